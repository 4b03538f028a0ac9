import type { SCHOOL_RULES, ZONE_RADII } from '#engine/protocol/commands.ts';
import type { LiveRun } from './liveRun.ts';

export type SchoolRule = (typeof SCHOOL_RULES)[number] | (typeof ZONE_RADII)[number];

/** A school rule (or zone) of a fish as the last confirmed command set it; undefined: as its document says. */
export function ruleOf(run: Pick<LiveRun, 'deeds'>, fish: string, rule: SchoolRule): number | undefined {
  for (let at = run.deeds.length - 1; at >= 0; at -= 1) {
    const command = run.deeds[at]?.command;
    if (command?.type === 'set-school-rule' && command.fish === fish && command.rule === rule)
      return command.value;
    if (command?.type === 'replace-fish' && command.fish === fish) return undefined;
  }
  return undefined;
}
