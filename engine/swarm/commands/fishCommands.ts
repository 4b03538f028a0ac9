import type { SchoolRules, SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { type FishCommand, ZONE_RADII } from '#engine/protocol/commands.ts';
import type { FishLives } from '../fishLives.ts';
import { refused } from './refused.ts';

const rulesOf = (plan: SwarmPlan, fish: FishId): SchoolRules | undefined =>
  plan.fish.find(({ id }) => id === fish)?.rules;

/** Throws `invalid-arguments` for what cannot be done to this fish. */
export function checkFishCommand(plan: SwarmPlan, lives: FishLives, command: FishCommand): void {
  if (lives.check(command.fish).state === 'removed') {
    throw refused(t`Fish "${command.fish}" left the swarm for good. Add a fish in its place.`);
  }
  if (command.type === 'corrupt-fish' && command.kind === 'label-flip' && plan.task !== 'classification') {
    throw refused(t`A language model has no labels to flip: corrupt the fish by noise or by its sign.`);
  }
  if (command.type !== 'set-school-rule') return;
  const rules = rulesOf(plan, command.fish);
  if (rules === undefined) {
    throw refused(
      t`Fish "${command.fish}" follows no rule of schooling, and its program has no place for one. Give its node a small alignment, cohesion or separation and start a new run.`,
    );
  }
  if (rules.zones === null && ZONE_RADII.some((radius) => radius === command.rule)) {
    throw refused(
      t`Fish "${command.fish}" follows its school without zones, and its program has no place for them. Turn the zones of its node on and start a new run.`,
    );
  }
}

/** What a command does to a fish; null: nothing. */
export function changeOfFish(plan: SwarmPlan, lives: FishLives, command: FishCommand): (() => void) | null {
  const { fish } = command;
  const life = lives.check(fish);
  switch (command.type) {
    case 'kill-fish':
      return life.state === 'running' ? () => lives.kill(fish, 'command', t`killed by a command`) : null;
    case 'revive-fish':
      return life.state === 'running' ? null : () => lives.wake(fish, t`revived by a command`);
    case 'set-learning-rate':
      return () => {
        life.rate = command.value;
      };
    case 'freeze-fish':
    case 'unfreeze-fish': {
      const frozen = command.type === 'freeze-fish';
      return life.frozen === frozen
        ? null
        : () => {
            life.frozen = frozen;
            lives.tell(fish, frozen ? t`frozen by a command` : t`learns again by a command`);
          };
    }
    case 'replace-fish':
      return () => lives.replace(fish, t`replaced by a fresh fish`);
    case 'remove-fish':
      return () => lives.remove(fish, t`removed by a command`);
    case 'corrupt-fish':
      return command.kind === 'noise' || !life.corruption.includes(command.kind)
        ? () => {
            lives.corrupt(fish, command.kind, command.amount);
            lives.tell(fish, t`corrupted by a command`);
          }
        : null;
    case 'set-school-rule': {
      const rules = life.rules ?? rulesOf(plan, fish);
      const next = rules === undefined ? null : withRule(rules, command.rule, command.value);
      return next === null
        ? null
        : () => {
            life.rules = next;
          };
    }
    case 'heal-fish':
      return life.corruption.length === 0
        ? null
        : () => {
            life.corruption = [];
            lives.tell(fish, t`healed by a command`);
          };
  }
}

type RuleName = Extract<FishCommand, { type: 'set-school-rule' }>['rule'];

/** null where nothing changes. */
function withRule(rules: SchoolRules, rule: RuleName, value: number): SchoolRules | null {
  switch (rule) {
    case 'alignment':
    case 'cohesion':
    case 'separation':
      return rules[rule] === value ? null : { ...rules, [rule]: value };
    case 'repulsion':
    case 'orientation':
    case 'attraction': {
      const { zones } = rules;
      return zones === null || zones[rule] === value
        ? null
        : { ...rules, zones: { ...zones, [rule]: value } };
    }
  }
}
