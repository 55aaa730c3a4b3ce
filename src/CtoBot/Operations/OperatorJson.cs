using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtoBot.Operations;

/// <summary>What operators' commands write for programs.</summary>
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(About))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, WriteIndented = true)]
internal sealed partial class OperatorJson : JsonSerializerContext;
