import type { z } from 'zod';
import { t } from '#engine/core/text.ts';
import type { FieldSpec } from '#engine/nodes/kind.ts';
import type { Diagnostic } from '#engine/validate/diagnostic.ts';
import { Field } from './Field.tsx';
import { fieldShapes } from './fieldShape.ts';

interface FieldSectionsProps {
  readonly idPrefix: string;
  readonly schema: z.ZodObject;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  readonly values: Readonly<Record<string, unknown>>;
  problemOf(name: string): Diagnostic | undefined;
  onChange(name: string, value: unknown): void;
  onEnd(): void;
}

/** A form from a schema and its field descriptions: sections in their order, rare fields under a fold. */
export function FieldSections({
  idPrefix,
  schema,
  fields,
  values,
  problemOf,
  onChange,
  onEnd,
}: FieldSectionsProps) {
  const shapes = fieldShapes(schema);
  const shown = Object.entries(fields).filter(([, spec]) => spec.visible?.(values) ?? true);
  const sections = Map.groupBy(
    shown.filter(([, spec]) => spec.advanced !== true),
    ([, spec]) => spec.section,
  );
  const advanced = shown.filter(([, spec]) => spec.advanced === true);
  const field = ([name, spec]: [string, FieldSpec]) => {
    const shape = shapes[name];
    return shape === undefined ? null : (
      <Field
        key={name}
        id={`${idPrefix}.${name}`}
        spec={spec}
        shape={shape}
        value={values[name] ?? shape.initial}
        problem={problemOf(name)}
        onChange={(value) => onChange(name, value)}
        onEnd={onEnd}
      />
    );
  };
  const hiddenProblem = advanced.some(([name]) => problemOf(name) !== undefined);
  return (
    <>
      {[...sections].map(([section, entries]) => (
        <section key={section} className="inspector-section">
          <h3 className="section-title">{section}</h3>
          {entries.map(field)}
        </section>
      ))}
      {advanced.length > 0 && (
        <details className="inspector-fold" open={hiddenProblem || undefined}>
          <summary className="section-title">{t`Advanced`}</summary>
          {advanced.map(field)}
        </details>
      )}
    </>
  );
}
