import { translate } from '#engine/core/translate.ts';
import type { RunEvent } from '#engine/protocol/events.ts';

/** An event with the sentences of the engine, which speaks English, in the language of the page. */
export function translateEvent(event: RunEvent): RunEvent {
  switch (event.type) {
    case 'started':
      return { ...event, notes: event.notes.map(translate) };
    case 'state':
      return event.reason === undefined ? event : { ...event, reason: translate(event.reason) };
    case 'fish':
      return { ...event, cause: translate(event.cause) };
    case 'takeover':
    case 'warning':
      return { ...event, message: translate(event.message) };
    default:
      return event;
  }
}
