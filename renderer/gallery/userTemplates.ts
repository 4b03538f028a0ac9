import { useEffect, useState } from 'react';
import { parseDocument } from '#engine/document/parse.ts';
import { engine, useConnection } from '../engine/client.ts';
import type { Template } from './templates.ts';

export interface BrokenTemplate {
  readonly id: string;
  readonly problem: string;
}

interface OwnTemplates {
  readonly templates: readonly Template[];
  /** Files among them that cannot be used, and why. */
  readonly broken: readonly BrokenTemplate[];
}

/** The person's own templates, read when the gallery opens and after each change of them. */
export function useOwnTemplates(): OwnTemplates & { readonly reload: () => void } {
  const generation = useConnection((state) => state.generation);
  const [own, setOwn] = useState<OwnTemplates>({ templates: [], broken: [] });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` and `generation` read again
  useEffect(() => {
    let gone = false;
    engine.request('templates.list', {}).then(
      (list) => {
        if (gone) return;
        setOwn({
          templates: list.flatMap(({ id, document }): Template[] => {
            const parsed = document === null ? null : parseDocument(document);
            return parsed?.ok === true ? [{ id, document: parsed.document, whose: 'own' }] : [];
          }),
          broken: list.flatMap(({ id, problem }) => (problem === null ? [] : [{ id, problem }])),
        });
      },
      () => undefined, // without an engine there are only the shipped ones
    );
    return () => {
      gone = true;
    };
  }, [asked, generation]);
  return { ...own, reload: () => setAsked((before) => before + 1) };
}
