import type { NodeId, RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { SCHOOL_RULES, ZONE_RADII } from '#engine/protocol/commands.ts';
import { useActiveDocument } from '../documents/store.ts';
import { commandRun, fishId } from '../live/fishActions.ts';
import { ruleOf, type SchoolRule } from '../live/runRules.ts';
import { useRun } from '../live/runStore.ts';
import { LiveSlider } from './LiveSlider.tsx';

const LABELS: Record<SchoolRule, string> = {
  alignment: t`Alignment`,
  cohesion: t`Cohesion`,
  separation: t`Separation`,
  repulsion: t`Repulsion up to`,
  orientation: t`Orientation up to`,
  attraction: t`Attraction up to`,
};

interface LiveRulesProps {
  readonly node: NodeId;
  readonly fish: readonly string[];
  readonly runId: RunId;
}

/** The school rules of a running school, where it follows any, and its zones, where it has any. */
export function LiveRules(props: LiveRulesProps) {
  const params = useActiveDocument()?.nodes[props.node]?.params;
  const first = (rule: SchoolRule): number => Number(params?.[rule] ?? 0);
  if (SCHOOL_RULES.every((rule) => first(rule) === 0)) return null;
  const shown = params?.zones === true ? [...SCHOOL_RULES, ...ZONE_RADII] : SCHOOL_RULES;
  return shown.map((rule) => <LiveRule key={rule} {...props} rule={rule} first={first(rule)} />);
}

function LiveRule({ fish, runId, rule, first }: LiveRulesProps & { rule: SchoolRule; first: number }) {
  const value = useRun(runId, (run) => ruleOf(run, fish[0] ?? '', rule)) ?? first;
  return (
    <LiveSlider
      label={LABELS[rule]}
      value={value}
      max={ZONE_RADII.some((radius) => radius === rule) ? 1 : Math.max(2, 2 * first)}
      apply={(next) =>
        Promise.all(
          fish.map((id) =>
            commandRun(runId, { type: 'set-school-rule', fish: fishId(id), rule, value: next }),
          ),
        )
      }
    />
  );
}
