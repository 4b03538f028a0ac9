import { t } from '#engine/core/text.ts';
import type { RunEvent } from '#engine/protocol/events.ts';

type Command = Extract<RunEvent, { type: 'command' }>['command'];

const NOUN = { noise: 'noise', 'sign-flip': 'a flipped sign', 'label-flip': 'flipped labels' } as const;

/** What a person did to a running swarm, as a line of its log. */
export function commandText(command: Command, nameOf: (fish: string) => string): string {
  const link = (): string =>
    'link' in command && command.from !== undefined && command.to !== undefined
      ? `the link "${command.link}" from ${nameOf(command.from)} to ${nameOf(command.to)}`
      : `the link "${'link' in command ? command.link : ''}"`;
  switch (command.type) {
    case 'pause':
    case 'resume':
    case 'stop':
      return `You asked to ${command.type}.`;
    case 'kill-fish':
      return `You killed ${nameOf(command.fish)}.`;
    case 'revive-fish':
      return `You revived ${nameOf(command.fish)}.`;
    case 'set-learning-rate':
      return `You set the learning rate of ${nameOf(command.fish)} to ${command.value}.`;
    case 'freeze-fish':
      return `You froze ${nameOf(command.fish)}: it answers, but learns no more.`;
    case 'unfreeze-fish':
      return `You let ${nameOf(command.fish)} learn again.`;
    case 'replace-fish':
      return `You replaced ${nameOf(command.fish)} by a fresh fish.`;
    case 'corrupt-fish':
      return `You corrupted ${nameOf(command.fish)} by ${NOUN[command.kind]}.`;
    case 'set-school-rule':
      return `You set the ${command.rule} of ${nameOf(command.fish)} to ${command.value}.`;
    case 'heal-fish':
      return `You healed ${nameOf(command.fish)}.`;
    case 'add-fish':
      if (command.place === null)
        return t`You asked for another fish like ${nameOf(command.like)} that hears no other fish.`;
      return command.place === undefined || command.place === command.like
        ? t`You asked for another fish like ${nameOf(command.like)}, with its links.`
        : t`You asked for another fish like ${nameOf(command.like)}, with the links of ${nameOf(command.place)}.`;
    case 'remove-fish':
      return `You removed ${nameOf(command.fish)}.`;
    case 'cut-link':
      return `You cut ${link()}.`;
    case 'restore-link':
      return `You restored ${link()}.`;
    case 'set-link-strength':
      return `You set the strength of ${link()} to ${command.value}.`;
  }
}
