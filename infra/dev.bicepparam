// For "az deployment sub create": see docs/deploy.md.
using 'main.bicep'

param environmentName = 'ctobot-dev'
param location = 'westeurope'
param tier = 'dev'
param alertEmail = readEnvironmentVariable('CTOBOT_ALERT_EMAIL', '')
param customHost = readEnvironmentVariable('CTOBOT_CUSTOM_HOST', '')
param tabAppId = readEnvironmentVariable('CTOBOT_TAB_APP_ID', '')
