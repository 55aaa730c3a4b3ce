using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CtoBot.Benchmarks.Access;
using CtoBot.Benchmarks.Reminders;
using CtoBot.Benchmarks.Stages;
using CtoBot.Benchmarks.Turns;
using Microsoft.Extensions.Configuration;

const string Assert = "--assert";
var assert = args.Contains(Assert);
args = [.. args.Where(arg => arg != Assert)];
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
switch (args)
{
    case ["turns", ..]:
        return await TurnCommands.LoadAsync(settings) || !assert ? 0 : 1;
    case ["stages", "cpu", ..]:
        await CpuTable.RunAsync(settings.GetValue("times", 3_000), settings.GetValue("only", "")!);
        return 0;
    case ["stages", ..]:
        BenchmarkRunner.Run<Stages>(DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    case ["reminders", "storm", ..]:
        return await Storm.RunAsync(settings.GetValue("people", 100_000), settings.GetValue("tenants", 2_000), settings.GetValue("kill", 5)) ? 0 : 1;
    case ["reminders", "rate", ..]:
        await Rate.RunAsync(settings.GetValue("people", 20_000), settings.GetValue("scheduled", 0), settings.GetValue("connector", "loopback")!);
        return 0;
    case ["flood", ..]:
        return await Flood.RunAsync(settings.GetValue("rate", 200), settings.GetValue("seconds", 60)) ? 0 : 1;
    default:
        Console.Error.WriteLine("""
            turns [--store sqlite|tables] [--runs 5] [--first 5000] [--alone 1000] [--at-once 4000] [--more 50000] [--assert]
                The published bot beside a bare endpoint: start, memory, throughput, latency, processor time. With --assert, a goal that is missed is an error.
            stages
                What the parts of a turn take and allocate, by the clock.
            stages cpu [--times 3000] [--only NAME]
                The same by processor time, for a machine that is busy.
            reminders storm [--people 100000] [--tenants 2000] [--kill 5]
                Everybody due in one minute, two processes of the bot on one file, a connector with every fault, one process killed every few seconds.
            reminders rate [--people 20000] [--scheduled 0] [--connector loopback|cards|none]
                How many reminders one instance sends with throttles lifted, beside so many people who are not due.
                Without a connector: what the bot's own part costs, with its cards rendered or not.
            flood [--rate 200] [--seconds 60]
                One person posts so much a second to a process of the bot: how long others wait, against the same time without.
            """);
        return 1;
}
