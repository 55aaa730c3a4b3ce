// Everything that CtoBot needs in Azure, in a resource group of its own. docs/deploy.md says how to use it, docs/decisions/0003-app-service.md why it is so.
targetScope = 'subscription'

@description('A short name for this installation, e.g. ctobot-prod. It is part of the names of all resources.')
@minLength(3)
@maxLength(24)
param environmentName string

@description('The Azure region of everything that has one.')
param location string

@description('dev: one small instance. prod: two or more in several zones, with copies of the data in several zones.')
@allowed([
  'dev'
  'prod'
])
param tier string = 'dev'

@description('Who is told when something is wrong; empty for nobody.')
param alertEmail string = ''

@description('The bot\'s own domain, bound to the app by you; empty for the one that Azure gives.')
param customHost string = ''

@description('The app registration that signs people in to the personal tab; empty for a bot without the tab.')
param tabAppId string = ''

@description('The OpenTelemetry collector beside the bot: it takes OTLP at port 4317 and passes it on to the Application Insights of APPLICATIONINSIGHTS_CONNECTION_STRING. The one of App Service\'s documentation, or an image of your own.')
param collectorImage string = 'mcr.microsoft.com/appsvc/docs/sidecars/sample-experiment:otel-appinsights-1.0'

var sizes = {
  dev: {
    planSku: 'B1'
    minInstances: 1
    maxInstances: 1
    zoneRedundant: false
    storageSku: 'Standard_LRS'
    botSku: 'F0'
    logDays: 30
  }
  prod: {
    planSku: 'P0v3'
    minInstances: 2
    maxInstances: 4
    zoneRedundant: true
    storageSku: 'Standard_ZRS'
    botSku: 'S1'
    logDays: 90
  }
}
var size = sizes[tier]
var token = uniqueString(subscription().id, environmentName, location)
var tags = {
  application: 'ctobot'
  tier: tier
  'azd-env-name': environmentName
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${environmentName}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    sku: size.storageSku
    principalId: identity.outputs.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    name: environmentName
    location: location
    tags: tags
    retentionDays: size.logDays
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: 'app-${environmentName}-${token}'
    location: location
    tags: tags
    planSku: size.planSku
    minInstances: size.minInstances
    maxInstances: size.maxInstances
    zoneRedundant: size.zoneRedundant
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tableUrl: storage.outputs.tableUrl
    insightsName: monitoring.outputs.insightsName
    customHost: customHost
    tabAppId: tabAppId
    collectorImage: collectorImage
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  scope: group
  params: {
    name: 'bot-${environmentName}-${token}'
    tags: tags
    sku: size.botSku
    endpoint: '${app.outputs.publicUrl}/api/messages'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    name: environmentName
    location: location
    tags: tags
    email: alertEmail
    appId: app.outputs.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The name of the app, for az webapp.')
output APP_NAME string = app.outputs.name

@description('MicrosoftAppId of the Teams app package.')
output MICROSOFT_APP_ID string = identity.outputs.clientId

@description('Bot:PublicUrl of the Teams app package.')
output BOT_PUBLIC_URL string = app.outputs.publicUrl
