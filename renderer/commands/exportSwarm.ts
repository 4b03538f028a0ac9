import { t } from '#engine/core/text.ts';
import type { SwarmFormat } from '#engine/exchange/formats.ts';
import { currentTab } from '../documents/store.ts';
import { exportTab } from '../files/exportTab.ts';
import type { Command } from './command.ts';
import { needsTab } from './conditions.ts';

const exportAs = (format: SwarmFormat | 'png', label: string): Command => ({
  id: `export-${format}`,
  label,
  menu: 'file',
  icon: format === 'png' || format === 'svg' ? 'image' : 'export',
  blocked: needsTab,
  async run() {
    const tab = currentTab();
    if (tab !== null) await exportTab(tab, format);
  },
});

/** The swarm of the active tab in other forms. */
export const EXPORT_COMMANDS: readonly Command[] = [
  exportAs('png', t`Export picture (PNG) with the swarm in it`),
  exportAs('svg', t`Export picture (SVG)`),
  exportAs('json', t`Export as JSON`),
  exportAs('yaml', t`Export as YAML`),
  exportAs('mermaid', t`Export as Mermaid flowchart`),
];
