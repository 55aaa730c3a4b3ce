global using System.ComponentModel;
global using Newtonsoft.Json;
