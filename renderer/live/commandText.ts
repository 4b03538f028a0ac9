import { t } from '#engine/core/text.ts';
import type { RunEvent } from '#engine/protocol/events.ts';

type Command = Extract<RunEvent, { type: 'command' }>['command'];

const NOUN = {
  noise: t`noise`,
  'sign-flip': t`a flipped sign`,
  'label-flip': t`flipped labels`,
} as const;

const RULES = {
  alignment: t`alignment`,
  cohesion: t`cohesion`,
  separation: t`separation`,
  repulsion: t`radius of repulsion`,
  orientation: t`radius of orientation`,
  attraction: t`radius of attraction`,
} as const;

/** What a person did to a running swarm, as a line of its log. */
export function commandText(command: Command, nameOf: (fish: string) => string): string {
  const link = (): string =>
    'link' in command && command.from !== undefined && command.to !== undefined
      ? t`the link "${command.link}" from ${nameOf(command.from)} to ${nameOf(command.to)}`
      : t`the link "${'link' in command ? command.link : ''}"`;
  switch (command.type) {
    case 'pause':
    case 'resume':
    case 'stop':
      return { pause: t`You asked to pause.`, resume: t`You asked to resume.`, stop: t`You asked to stop.` }[
        command.type
      ];
    case 'kill-fish':
      return t`You killed ${nameOf(command.fish)}.`;
    case 'revive-fish':
      return t`You revived ${nameOf(command.fish)}.`;
    case 'set-learning-rate':
      return t`You set the learning rate of ${nameOf(command.fish)} to ${command.value}.`;
    case 'freeze-fish':
      return t`You froze ${nameOf(command.fish)}: it answers, but learns no more.`;
    case 'unfreeze-fish':
      return t`You let ${nameOf(command.fish)} learn again.`;
    case 'replace-fish':
      return t`You replaced ${nameOf(command.fish)} by a fresh fish.`;
    case 'corrupt-fish':
      return t`You corrupted ${nameOf(command.fish)} by ${NOUN[command.kind]}.`;
    case 'set-school-rule':
      return t`You set the ${RULES[command.rule]} of ${nameOf(command.fish)} to ${command.value}.`;
    case 'heal-fish':
      return t`You healed ${nameOf(command.fish)}.`;
    case 'add-fish':
      if (command.place === null)
        return t`You asked for another fish like ${nameOf(command.like)} that hears no other fish.`;
      return command.place === undefined || command.place === command.like
        ? t`You asked for another fish like ${nameOf(command.like)}, with its links.`
        : t`You asked for another fish like ${nameOf(command.like)}, with the links of ${nameOf(command.place)}.`;
    case 'measure-shapley':
      return t`You asked what each fish contributes, over ${command.orders} random orders.`;
    case 'remove-fish':
      return t`You removed ${nameOf(command.fish)}.`;
    case 'cut-link':
      return t`You cut ${link()}.`;
    case 'restore-link':
      return t`You restored ${link()}.`;
    case 'set-link-strength':
      return t`You set the strength of ${link()} to ${command.value}.`;
  }
}
