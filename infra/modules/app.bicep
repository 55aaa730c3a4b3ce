// The bot: a plan of machines, the app on it, and beside the app a collector for its telemetry.
param name string
param location string
param tags object
param planSku string

@minValue(1)
param minInstances int

@minValue(1)
@maxValue(30)
param maxInstances int
param zoneRedundant bool
param identityId string
param identityClientId string

@description('The address of the table service.')
param tableUrl string

@description('The Application Insights component, in this resource group.')
param insightsName string

@description('Empty for the host that Azure gives.')
param customHost string

@description('Empty for none.')
param tabAppId string
param collectorImage string

var publicUrl = 'https://${empty(customHost) ? site.properties.defaultHostName : customHost}'

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: minInstances
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'bot'
  })
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Any instance takes any message.
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet CtoBot.dll'
      // Reminders are sent by a bot that is awake.
      alwaysOn: true
      healthCheckPath: '/healthz/ready'
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
  }
}

// Publishing by Entra sign-in only: no publishing password either.
resource noPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [for kind in [ 'scm', 'ftp' ]: {
  parent: site
  name: kind
  properties: {
    allow: false
  }
}]

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: {
    MicrosoftAppType: 'UserAssignedMSI'
    MicrosoftAppId: identityClientId
    MicrosoftAppTenantId: tenant().tenantId
    Store__Kind: 'tables'
    Store__AccountUrl: tableUrl
    Store__ManagedIdentityClientId: identityClientId
    Bot__PublicUrl: publicUrl
    Package__TabAppId: tabAppId
    // Together they stay below what Teams lets one bot send.
    Sending__Instances: string(maxInstances)
    OTEL_SERVICE_NAME: 'ctobot'
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4317'
    // What was counted since the last time, as Application Insights adds it up.
    OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta'
    COLLECTOR_CONNECTION: insights.properties.ConnectionString
    // The files of the app are mounted as they were published, and cannot be written.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    // Seconds to finish the turns that are under way when an instance is stopped.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '60'
  }
}

resource collector 'Microsoft.Web/sites/sitecontainers@2024-04-01' = {
  parent: site
  name: 'collector'
  properties: {
    image: collectorImage
    isMain: false
    targetPort: '4317'
    authType: 'Anonymous'
    // Here a value is the name of the app setting that holds it.
    environmentVariables: [
      {
        name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
        value: 'COLLECTOR_CONNECTION'
      }
    ]
  }
  dependsOn: [
    settings
  ]
}

resource scale 'Microsoft.Insights/autoscalesettings@2022-10-01' = if (maxInstances > minInstances) {
  name: 'scale-${name}'
  location: location
  tags: tags
  properties: {
    enabled: true
    targetResourceUri: plan.id
    profiles: [
      {
        name: 'processor time'
        capacity: {
          minimum: string(minInstances)
          default: string(minInstances)
          maximum: string(maxInstances)
        }
        rules: [
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT5M'
              timeAggregation: 'Average'
              operator: 'GreaterThan'
              threshold: 70
            }
            scaleAction: {
              direction: 'Increase'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT5M'
            }
          }
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT15M'
              timeAggregation: 'Average'
              operator: 'LessThan'
              threshold: 30
            }
            scaleAction: {
              direction: 'Decrease'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT15M'
            }
          }
        ]
      }
    ]
  }
}

output id string = site.id
output name string = site.name
output publicUrl string = publicUrl
