import { t } from '#engine/core/text.ts';
import { linksOf } from '#engine/document/graph.ts';
import { pointedPort } from '../canvas/pointedPort.ts';
import { currentTab, editActive } from '../documents/store.ts';
import type { Command } from './command.ts';
import { needsPort } from './conditions.ts';

function linksAtPort() {
  const port = pointedPort();
  const tab = currentTab();
  if (port === null || tab === null) return [];
  return linksOf(tab.document).flatMap(([id, link]) => {
    const end = port.direction === 'in' ? link.to : link.from;
    return end.node === port.node && end.port === port.port ? [id] : [];
  });
}

export const deletePortLinks: Command = {
  id: 'delete-port-links',
  label: t`Delete the links of this port`,
  menu: 'canvas',
  icon: 'trash',
  blocked: () => needsPort() ?? (linksAtPort().length === 0 ? t`Nothing is linked to this port.` : null),
  run() {
    const links = linksAtPort();
    editActive(t`delete the links of a port`, (draft) => {
      for (const id of links) delete draft.links[id];
    });
  },
};
