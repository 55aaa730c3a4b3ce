using System.Net;
using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;
using CtoBot.Turns;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CtoBot.Storage.Tables;

/// <summary>
/// Calls of the table service within a budget of time: what is transient is tried again, and what remains is told as the port tells it.
/// </summary>
internal sealed partial class TableCalls
{
    private readonly ResiliencePipeline pipeline;
    private readonly string setting;
    private readonly Uri account;
    private readonly TimeSpan budget;

    /// <summary>Calls of one account.</summary>
    /// <param name="account">The address of the service, without credentials.</param>
    /// <param name="setting">The setting that names the account.</param>
    /// <param name="budget">The time of a call with all its attempts.</param>
    /// <param name="time">The clock of budget and delays.</param>
    /// <param name="logger">Hears of every attempt that failed.</param>
    public TableCalls(Uri account, string setting, TimeSpan budget, TimeProvider time, ILogger logger)
    {
        this.account = account;
        this.setting = setting;
        this.budget = budget;
        pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(budget)
            .AddRetry(new RetryStrategyOptions
            {
                // The budget ends the attempts, not their number.
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.FromMilliseconds(50),
                MaxDelay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome.Exception)),
                DelayGenerator = arguments => ValueTask.FromResult(
                    RetryAfter(arguments.Outcome.Exception) ?? (arguments.AttemptNumber == 0 && IsLost(arguments.Outcome.Exception) ? TimeSpan.Zero : null)),
                OnRetry = arguments =>
                {
                    Retrying(logger, arguments.AttemptNumber + 1, Describe(arguments.Outcome.Exception!));
                    return ValueTask.CompletedTask;
                },
            })
            // A request that hangs must leave time for another.
            .AddTimeout(budget / 3)
            .Build();
    }

    /// <summary>Runs a call, again while it fails transiently and there is time.</summary>
    /// <exception cref="StoreUnavailableException">The time is over, or the service refuses the bot.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        Exception? last = null;
        try
        {
            return await pipeline.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        return await call(token);
                    }
                    catch (Exception error) when (error is not OperationCanceledException)
                    {
                        last = error;
                        throw;
                    }
                },
                cancellationToken);
        }
        catch (TimeoutRejectedException error)
        {
            throw new StoreUnavailableException($"Table storage at {account} did not answer within {budget.TotalSeconds:0} s{After(last)}. Is {setting} right, and is the service reachable?", last ?? error);
        }
        catch (RequestFailedException error) when (error.Status is 401 or 403)
        {
            throw new StoreUnavailableException($"Table storage at {account} refuses the bot ({Describe(error)}). Check the key in {setting}, or give the bot's identity the role \"Storage Table Data Contributor\".", error);
        }
        catch (RequestFailedException error) when (error.ErrorCode == TableErrorCode.TableNotFound)
        {
            throw new StoreUnavailableException($"Table storage at {account} has lost a table ({Describe(error)}). Tables are made when the bot starts: check {setting} and start it again.", error);
        }
        catch (AuthenticationFailedException error)
        {
            throw new StoreUnavailableException($"There is no token for table storage at {account}. Give the host a managed identity (Store:ManagedIdentityClientId names one that was assigned), or use Store:ConnectionString. {error.Message}", error);
        }
    }

    /// <summary>Status and code, or the kind of failure; never the service's text, which may repeat keys and values.</summary>
    private static string Describe(Exception error) => error switch
    {
        RequestFailedException { Status: 0, InnerException: { } inner } => Describe(inner),
        RequestFailedException { Status: not 0 } failed => $"{failed.Status} {failed.ErrorCode ?? ((HttpStatusCode)failed.Status).ToString()}",
        HttpRequestException request => request.HttpRequestError.ToString(),
        TimeoutRejectedException => "no answer in time",
        _ => error.GetType().Name,
    };

    private static string After(Exception? last) => last is null ? "" : $" ({Describe(last)})";

    private static bool IsTransient(Exception? error) => error switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        TimeoutRejectedException or HttpRequestException or IOException => true,
        _ => false,
    };

    /// <summary>No answer, which says nothing of a busy service. The sooner one looks for the outcome, the surer it is to be found.</summary>
    private static bool IsLost(Exception? error) => error is not RequestFailedException { Status: not 0 };

    private static TimeSpan? RetryAfter(Exception? error) =>
        error is RequestFailedException failed
        && failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true
        && int.TryParse(text, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Table storage: attempt {Attempt} failed ({Reason}); trying again")]
    private static partial void Retrying(ILogger logger, int attempt, string reason);
}
