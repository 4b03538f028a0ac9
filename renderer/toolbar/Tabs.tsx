import { type KeyboardEvent, useEffect, useRef } from 'react';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { newDocument } from '../commands/newDocument.ts';
import { askAndClose } from '../documents/askAndClose.ts';
import { type OpenDocument, showTab, useDocuments } from '../documents/store.ts';
import { useRun } from '../live/runStore.ts';
import { Icon } from '../ui/Icon.tsx';

/** How far an end of the row fades, where it goes on beyond it. */
const FADE = '28px';

/**
 * A tab is made no narrower than this, in pixels, or than its name: about what a letter takes, the room round them, the close
 * button, and a mark that it runs or is not saved.
 */
const LEAST = 104;
const LETTER = 7;
const AROUND = 30;
const CLOSE = 16;
const MARK = 14;

/** The open swarms. */
export function Tabs() {
  const tabs = useDocuments((state) => state.tabs);
  const activeId = useDocuments((state) => state.activeId);
  const list = useRef<HTMLDivElement>(null);

  // The shown tab stays in view, also when the run's buttons take their room.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shown tab is found in the page once it is shown
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const fade = (): void => {
      const after = element.scrollWidth - element.clientWidth - element.scrollLeft;
      element.style.setProperty('--tabs-before', element.scrollLeft > 1 ? FADE : '0px');
      element.style.setProperty('--tabs-after', after > 1 ? FADE : '0px');
    };
    const reveal = (): void => {
      element.querySelector('.tab.on')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      fade();
    };
    // It tells at once, too, but after the page was laid out, which a large swarm makes dear to do twice.
    const observer = new ResizeObserver(reveal);
    observer.observe(element);
    for (const tab of element.children) observer.observe(tab);
    element.addEventListener('scroll', fade, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', fade);
    };
  }, [activeId, tabs.length]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex((tab) => tab.id === activeId);
    const next = tabs[at + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    showTab(next.id);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={t`Open swarms`} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.id} tab={tab} active={tab.id === activeId} />
        ))}
      </div>
      <CommandButton command={newDocument} look="icon" />
    </div>
  );
}

function TabButton({ tab, active }: { tab: OpenDocument; active: boolean }) {
  const running = useRun(tab.runId, (run) => isActive(run.state)) ?? false;
  const { name } = tab.document.meta;
  const title = name === '' ? t`Untitled` : name;
  const marks = (running ? MARK : 0) + (tab.dirty ? MARK : 0) + (active ? CLOSE : 0);
  const room = AROUND + marks + LETTER * title.length;
  return (
    <span
      className={`tab ${active ? 'on' : ''}`}
      role="presentation"
      style={{ minWidth: Math.min(LEAST, room) }}
    >
      <button
        type="button"
        role="tab"
        aria-selected={active}
        tabIndex={active ? 0 : -1}
        title={tab.filePath ?? tab.fileName ?? t`${name}, not in a file yet`}
        onClick={() => showTab(tab.id)}
        onAuxClick={(event) => event.button === 1 && askAndClose(tab.id)}
      >
        {running && <i className="tab-running" role="img" aria-label={t`running`} />}
        <span className="clip">{title}</span>
        {tab.dirty && <i className="tab-dirty" role="img" aria-label={t`not saved to a file`} />}
      </button>
      {/* For the pointer only: a tab list may hold nothing but tabs. By keyboard: the command "Close tab". */}
      <button
        type="button"
        className="tab-close"
        aria-hidden="true"
        title={t`Close ${name}`}
        tabIndex={-1}
        onClick={() => askAndClose(tab.id)}
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
