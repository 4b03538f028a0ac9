import { useEffect, useId, useRef, useState } from 'react';
import type { NodeId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { counted, t } from '#engine/core/text.ts';
import { createNode, nextNodeId } from '#engine/document/create.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { currentTab, editActive } from '../documents/store.ts';
import { useRequest } from '../runs/useRequest.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Empty } from '../ui/Empty.tsx';
import {
  columnsOf,
  DELIMITERS,
  type ImportChoice,
  importProblem,
  newChoice,
  type Preview,
} from './importChoice.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { uploadFile } from './uploadFile.ts';
import './importData.css';

export interface ImportDataDialogProps {
  /** The node whose parameter gets the file; null makes a new dataset node. */
  readonly nodeId: NodeId | null;
  readonly param: string;
  /** A file that was dropped on the canvas; null asks for one. */
  readonly file: File | null;
}

function taskOfDocument(): 'classification' | 'language-modelling' {
  const nodes = Object.values(currentTab()?.document.nodes ?? {});
  return nodes.find(({ kind }) => kind === 'goal')?.params.task === 'language-modelling'
    ? 'language-modelling'
    : 'classification';
}

function writeChoice(nodeId: NodeId | null, param: string, choice: ImportChoice, preview: Preview): void {
  const { text, label } = columnsOf(choice, preview);
  editActive(t`import data`, (draft) => {
    const id = nodeId ?? nextNodeId(draft, 'dataset');
    const node = draft.nodes[id] ?? createNode('dataset', { x: 0, y: 0 });
    draft.nodes[id] = node;
    const { params } = node;
    params[param] = choice.path;
    if (param !== 'path') return;
    Object.assign(params, {
      source: 'file',
      delimiter: choice.delimiter,
      header: choice.header,
      textColumn: text,
      labelColumn: label,
      skipBadRows: choice.skipBadRows,
    });
  });
}

/** What the reader took a file for. */
const FORMAT_NAMES: Readonly<Record<string, string>> = {
  csv: 'CSV',
  tsv: 'TSV',
  jsonl: t`JSON lines`,
  parquet: 'Parquet',
  'label-space-text': t`label before text`,
  play: t`play with speakers`,
  text: t`plain text`,
};

/** Chooses a data file and how to read it, with the first rows, the guesses and the problems in view. */
export function ImportDataDialog({ nodeId, param, file }: ImportDataDialogProps) {
  const [choice, setChoice] = useState<ImportChoice | null>(null);
  const [fileName, setFileName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [path, setPath] = useState('');
  const { result: preview, error, busy, send } = useRequest('data.preview');
  const input = useRef<HTMLInputElement>(null);
  const pathId = useId();
  const task = taskOfDocument();

  const take = async (chosen: File): Promise<void> => {
    setProblem(null);
    setFileName(chosen.name);
    try {
      setChoice(newChoice(await uploadFile(chosen)));
    } catch (thrown) {
      setProblem(toShuuraiError(thrown).message);
    }
  };
  const choose = async (): Promise<void> => {
    const shell = window.shuurai;
    if (shell === undefined) {
      input.current?.click();
      return;
    }
    const chosen = await shell.files.chooseData();
    if (chosen !== null) {
      setFileName(chosen);
      setChoice(newChoice(chosen));
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a dropped file is taken once, when the dialogue opens
  useEffect(() => {
    if (file !== null) void take(file);
  }, [file]);

  const source = choice?.path ?? null;
  const delimiter = choice?.delimiter ?? '';
  const header = choice?.header ?? 'auto';
  useEffect(() => {
    if (source === null) return;
    void send({
      path: source,
      delimiter: delimiter === '' ? null : delimiter,
      header: header === 'auto' ? null : header === 'yes',
      maxRows: 30,
    });
  }, [source, delimiter, header, send]);

  const shown = error === null ? preview : null;
  const blocked = choice === null || shown === null ? null : importProblem(choice, shown, task);
  const change = (part: Partial<ImportChoice>): void =>
    setChoice((before) => (before === null ? null : { ...before, ...part }));
  const columns = choice === null || shown === null ? null : columnsOf(choice, shown);

  return (
    <Dialog
      title={t`Import data`}
      size="large"
      footer={
        <>
          <span className="import-blocked" role="status">
            {blocked}
          </span>
          <button type="button" className="btn" onClick={closeDialog}>{t`Cancel`}</button>
          <button
            type="button"
            className="btn primary"
            disabled={choice === null || shown === null || blocked !== null || busy}
            onClick={() => {
              if (choice === null || shown === null) return;
              writeChoice(nodeId, param, choice, shown);
              closeDialog();
            }}
          >{t`Use this file`}</button>
        </>
      }
    >
      <div className="import-source">
        <button type="button" className="btn" onClick={() => void choose()}>{t`Choose a file`}</button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.jsonl,.parquet,.txt,text/*"
          aria-label={t`Data file`}
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            if (chosen !== undefined) void take(chosen);
          }}
        />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setFileName(path);
            setChoice(newChoice(path));
          }}
        >
          <label htmlFor={pathId}>{t`or a path on the engine's machine`}</label>
          <input
            id={pathId}
            className="input"
            value={path}
            placeholder={t`folder/train.csv`}
            onChange={({ target }) => setPath(target.value)}
          />
          <button type="submit" className="btn" disabled={path.trim() === ''}>{t`Preview`}</button>
        </form>
      </div>
      {(problem ?? error) !== null && (
        <p className="import-error" role="alert">
          {problem ?? error}
        </p>
      )}
      {choice === null && problem === null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the button above does the same without dragging
        <div
          className="import-drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            const dropped = event.dataTransfer.files[0];
            if (dropped !== undefined) void take(dropped);
          }}
        >
          <Empty
            icon="file"
            title={t`Drop a file here`}
          >{t`CSV, TSV, JSON lines, Parquet or plain text. You will see its first rows, which column is text and which is label, and what cannot be read. Nothing leaves this machine.`}</Empty>
        </div>
      )}
      {choice !== null && shown !== null && columns !== null && (
        <>
          <div className="import-form">
            <p className="import-file" title={choice.path}>
              <b>{fileName}</b> {counted(shown.totalRows, '{0} row', '{0} rows')} ·{' '}
              {FORMAT_NAMES[shown.format.kind] ?? shown.format.kind} · {shown.format.encoding}
            </p>
            <label>
              {t`Delimiter`}
              <select
                className="input select"
                value={choice.delimiter}
                onChange={({ target }) => change({ delimiter: target.value })}
              >
                {DELIMITERS.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t`First row`}
              <select
                className="input select"
                value={choice.header}
                onChange={({ target }) => change({ header: target.value as ImportChoice['header'] })} // its options
              >
                <option value="auto">{shown.format.header ? t`names (found)` : t`data (found)`}</option>
                <option value="yes">{t`names of columns`}</option>
                <option value="no">{t`data`}</option>
              </select>
            </label>
            <label>
              {t`Text`}
              <select
                className="input select"
                value={columns.text}
                onChange={({ target }) => change({ textColumn: target.value })}
              >
                <option value="">–</option>
                {shown.columns.map((column) => (
                  <option key={column}>{column}</option>
                ))}
              </select>
            </label>
            {task === 'classification' && (
              <label>
                {t`Label`}
                <select
                  className="input select"
                  value={columns.label}
                  onChange={({ target }) => change({ labelColumn: target.value })}
                >
                  <option value="">–</option>
                  {shown.columns.map((column) => (
                    <option key={column}>{column}</option>
                  ))}
                </select>
              </label>
            )}
            {shown.problemCount > 0 && (
              <label className="import-skip">
                <input
                  type="checkbox"
                  checked={choice.skipBadRows}
                  onChange={({ target }) => change({ skipBadRows: target.checked })}
                />
                {counted(
                  shown.problemCount,
                  'leave out {0} row that cannot be read',
                  'leave out {0} rows that cannot be read',
                )}
              </label>
            )}
          </div>
          <PreviewTable
            preview={shown}
            text={columns.text}
            label={task === 'classification' ? columns.label : ''}
          />
        </>
      )}
    </Dialog>
  );
}
