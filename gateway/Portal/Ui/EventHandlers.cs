using Microsoft.AspNetCore.Components;

namespace LostCases.Portal.Ui;

/// <summary>Events of the browser that <c>ui.js</c> makes, besides the usual ones.</summary>
[EventHandler("onsettled", typeof(SettledEventArgs))]
public static class EventHandlers;

/// <summary>A date has been entered, and nobody is typing at it any more.</summary>
public sealed class SettledEventArgs : EventArgs
{
    /// <summary>The date as the browser writes it; empty where there is none.</summary>
    public string? Value { get; set; }
}
