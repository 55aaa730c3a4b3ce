// What somebody has to look at, and nothing else. docs/deploy.md says what to do about each; the metrics are those of the bot's meters.
param name string
param location string
param tags object

@description('Empty: the alerts are raised, and nobody gets a message.')
param email string

@description('The app.')
param appId string

@description('The Log Analytics workspace with the metrics.')
param workspaceId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'ctobot'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: empty(email) ? 'nobody@invalid' : email
        useCommonAlertSchema: true
      }
    ]
  }
}

var platformAlerts = [
  {
    name: '5xx'
    description: 'The bot answered Teams with a server error more than five times in five minutes. People were told that something went wrong.'
    severity: 1
    metric: 'Http5xx'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 5
  }
  {
    name: 'unhealthy'
    description: 'An instance fails /healthz/ready: its store or its token is out of reach, or it has stopped looking for due reminders.'
    severity: 1
    metric: 'HealthCheckStatus'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 100
  }
]

resource platform 'Microsoft.Insights/metricAlerts@2018-03-01' = [for alert in platformAlerts: {
  name: 'alert-${name}-${alert.name}'
  location: 'global'
  tags: tags
  properties: {
    description: alert.description
    severity: alert.severity
    enabled: true
    scopes: [
      appId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: alert.name
          metricNamespace: 'Microsoft.Web/sites'
          metricName: alert.metric
          timeAggregation: alert.aggregation
          operator: alert.operator
          threshold: alert.threshold
        }
      ]
    }
    actions: empty(email) ? [] : [
      {
        actionGroupId: people.id
      }
    ]
  }
}]

var metricAlerts = [
  {
    name: 'oldest-due'
    description: 'A reminder has been due for more than ten minutes: nobody sends, or more are due than can be sent.'
    severity: 2
    query: 'AppMetrics | where Name == "ctobot.reminders.oldest_due" | summarize Value = max(Max) by bin(TimeGenerated, 5m)'
    aggregation: 'Maximum'
    threshold: 600
  }
  {
    name: 'failed-sends'
    description: 'Reminders could not be sent for a reason that waiting does not mend. The bot tries again, later each time; its log says why.'
    severity: 2
    query: 'AppMetrics | where Name == "ctobot.reminders.reported" | summarize Value = sum(Sum) by bin(TimeGenerated, 5m)'
    aggregation: 'Total'
    threshold: 0
  }
]

resource logs 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for alert in metricAlerts: {
  name: 'alert-${name}-${alert.name}'
  location: location
  tags: tags
  properties: {
    displayName: 'CtoBot: ${alert.name}'
    description: alert.description
    severity: alert.severity
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    // The table is there only once the bot has run.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: alert.query
          metricMeasureColumn: 'Value'
          timeAggregation: alert.aggregation
          operator: 'GreaterThan'
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: empty(email) ? [] : [
        people.id
      ]
    }
  }
}]
