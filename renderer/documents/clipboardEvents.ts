import { t } from '#engine/core/text.ts';
import { notify } from '../ui/notices.ts';
import { fromClipboard, toClipboard } from './clipboard.ts';
import { deleteSelection } from './graphEdits.ts';
import { describeThings } from './groupEdits.ts';
import { pasteText } from './pasteText.ts';
import { currentTab } from './store.ts';

/** Whether the clipboard belongs to something else: a field, a dialogue, marked text. */
function isElsewhere(target: EventTarget | null): boolean {
  if (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  ) {
    return true;
  }
  const marked = window.getSelection();
  return marked !== null && !marked.isCollapsed && marked.toString() !== '';
}

/** Copy, cut and paste of nodes through the browser's own clipboard events, which need no permission. */
export function startClipboard(): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    const tab = currentTab();
    if (tab === null || describeThings(tab.selection) === '' || isElsewhere(event.target)) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', toClipboard(tab.document, tab.selection));
    if (event.type === 'cut') deleteSelection('cut');
    else notify(t`Copied ${describeThings(tab.selection)}.`);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (isElsewhere(event.target) || currentTab() === null) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    if (fromClipboard(text) === null) notify(t`The clipboard holds no nodes of a swarm.`, 'warn');
    else pasteText(text);
  };
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCopy);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCopy);
    document.removeEventListener('paste', onPaste);
  };
}
