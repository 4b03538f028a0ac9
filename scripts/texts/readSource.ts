import { parseSync, Visitor } from 'vite';

/** Where something stands in a source, from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly text: string;
}

/** The texts of one source file. */
export interface SourceTexts {
  /** Keys of t`...`, with `{0}` for what is put in. */
  readonly keys: readonly string[];
  /** Keys of counted(), `one | other`. */
  readonly counted: readonly string[];
  /** Uses of t and counted that cannot be collected, as sentences. */
  readonly problems: readonly SourcePlace[];
  /** Texts a person would read that no language can translate, because they stand there as they are. */
  readonly literals: readonly SourcePlace[];
}

type Program = ReturnType<typeof parseSync>['program'];
type VisitorOf = NonNullable<ConstructorParameters<typeof Visitor>[0]>;
type NodeOf<K extends keyof VisitorOf> = Parameters<NonNullable<VisitorOf[K]>>[0];
type Template = NodeOf<'TemplateLiteral'>;
type Expression = NodeOf<'ConditionalExpression'>['test'] | NodeOf<'Property'>['value'];

const templateKey = (template: Template): string =>
  template.quasis.reduce((text, { value }, index) => {
    const part = value.cooked ?? value.raw;
    return index === 0 ? part : `${text}{${index - 1}}${part}`;
  }, '');

/** The text of a literal without anything put in; null where it is something else. */
function plainText(node: Expression | { readonly type: 'SpreadElement' } | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? templateKey(node) : null;
}

/** Names under which objects and elements hold what a person reads. */
const TEXT_PROPERTIES: ReadonlySet<string> = new Set([
  ...['label', 'help', 'section', 'unit', 'title', 'text', 'message', 'hint', 'reason', 'story', 'detail'],
  ...['placeholder', 'alt', 'description', 'definition', 'aria-label', 'aria-description', 'aria-valuetext'],
  ...['verb', 'aria-roledescription', 'confirm', 'caption', 'note', 'question', 'heading', 'sentence'],
]);
/** Calls whose argument of this number a person reads. */
const TEXT_ARGUMENTS: Readonly<Record<string, number>> = { notify: 0, ShuuraiError: 1, editActive: 0 };

/** Holes, and names that are the same in every language. */
const NOT_WORDS = /\{\d+\}|Shuurai/g;
/** The path of an SVG. */
const DRAWING = /^M[\d.-]/;
const LETTERS = /\p{L}{2}/u;
/** A sentence, wherever it stands: a capital letter and several words. */
const PROSE = /^[“"]?\p{Lu}[\p{L}’']*,? \p{L}.*\p{Ll}/u;
/** What begins with something put in and goes on with words. */
const PROSE_AFTER_HOLE = /^[“"]?\{0\}[”"]?[,:]? \p{Ll}[\p{L}’']+( |\.|:|$)/u;
/** A word that begins a sentence or names something. */
const CAPITAL = /^\p{Lu}\p{Ll}+$/u;
/** Names of keys, events, and globals, as platforms write them. */
const PLATFORM =
  /^(Enter|Escape|Delete|Backspace|Tab|Space|Home|End|Shift|Alt|Control|Meta|Arrow\w+|Page\w+|Mod|Key|Digit|Error|Mac)$/;
/** Tables of words. */
const WORD_TABLE = /^[A-Z_]*(WORD|NAME|NOUN|TEXT|LABEL|TITLE|SENTENCE|MENU|POINTER|EMPTY|HINT)S?$/;

/** The literals an expression may turn out to be. */
function outcomes(node: Expression): readonly Expression[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [...outcomes(node.consequent), ...outcomes(node.alternate)];
    case 'LogicalExpression':
      return node.operator === '??' || node.operator === '||'
        ? [...outcomes(node.left), ...outcomes(node.right)]
        : outcomes(node.right);
    case 'ParenthesizedExpression':
      return outcomes(node.expression);
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement' ? [] : outcomes(node.body);
    default:
      return [node];
  }
}

function nameOf(key: {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
}): string | null {
  if (typeof key.name === 'string') return key.name;
  return typeof key.value === 'string' ? key.value : null;
}

/** A text nobody can translate, and where it stands in the source. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Collects the texts of one source. */
export function readSource(path: string, source: string): SourceTexts {
  const { program, errors } = parseSync(path, source);
  const first = errors[0];
  if (first !== undefined) throw new Error(`${path} cannot be parsed: ${first.message}`);
  const keys: string[] = [];
  const counted: string[] = [];
  const problems: { start: number; text: string }[] = [];
  const spans = new Map<number, Span>();
  const translated: { readonly start: number; readonly end: number }[] = [];

  const flag = (node: Expression, wanted: RegExp): void => {
    for (const outcome of outcomes(node)) {
      if (outcome.type !== 'TemplateLiteral' && plainText(outcome) === null) continue;
      const text = outcome.type === 'TemplateLiteral' ? templateKey(outcome) : (plainText(outcome) ?? '');
      if (DRAWING.test(text) || !wanted.test(text.replaceAll(NOT_WORDS, ''))) continue;
      if (!spans.has(outcome.start))
        spans.set(outcome.start, { start: outcome.start, end: outcome.end, text });
    }
  };
  const argument = (name: string | null, list: NodeOf<'CallExpression'>['arguments']): void => {
    const index = name === null ? undefined : TEXT_ARGUMENTS[name];
    const value = index === undefined ? undefined : list[index];
    if (value !== undefined && value.type !== 'SpreadElement') flag(value, LETTERS);
  };

  new Visitor({
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || node.tag.name !== 't') return;
      keys.push(templateKey(node.quasi));
      translated.push(node.quasi);
      for (const hole of node.quasi.expressions) flag(hole, /\p{L}{2}.*\p{L}/u);
    },
    CallExpression(node) {
      const name = node.callee.type === 'Identifier' ? node.callee.name : null;
      argument(name, node.arguments);
      if (name !== 'counted') return;
      const [, one, other] = node.arguments;
      const texts = [plainText(one), plainText(other)];
      if (texts.includes(null))
        problems.push({ start: node.start, text: 'counted() needs two literal texts.' });
      else counted.push(texts.join(' | '));
      for (const text of [one, other]) if (text !== undefined) translated.push(text);
    },
    NewExpression(node) {
      argument(node.callee.type === 'Identifier' ? node.callee.name : null, node.arguments);
    },
    Property(node) {
      const name = nameOf(node.key);
      if (name === 'options' && node.value.type === 'ObjectExpression') {
        for (const option of node.value.properties) {
          if (option.type === 'Property') flag(option.value, LETTERS);
        }
      } else if (name !== null && TEXT_PROPERTIES.has(name)) flag(node.value, LETTERS);
    },
    JSXAttribute(node) {
      const name = nameOf(node.name);
      if (name === null || !TEXT_PROPERTIES.has(name) || node.value == null) return;
      if (node.value.type === 'Literal') flag(node.value, LETTERS);
      else if (
        node.value.type === 'JSXExpressionContainer' &&
        node.value.expression.type !== 'JSXEmptyExpression'
      )
        flag(node.value.expression, LETTERS);
    },
    VariableDeclarator(node) {
      if (node.id.type !== 'Identifier' || !WORD_TABLE.test(node.id.name)) return;
      let table: Expression | null = node.init;
      while (table?.type === 'TSAsExpression' || table?.type === 'TSSatisfiesExpression')
        table = table.expression;
      if (table?.type !== 'ObjectExpression') return;
      for (const entry of table.properties) {
        if (entry.type === 'Property') flag(entry.value, LETTERS);
      }
    },
    ImportDeclaration(node) {
      translated.push(node.source);
    },
    TSLiteralType(node) {
      translated.push(node.literal);
    },
    JSXText(node) {
      if (!LETTERS.test(node.value)) return;
      const text = node.value.trim().replaceAll(/\s+/g, ' ');
      spans.set(node.start, { start: node.start, end: node.end, text });
    },
    JSXElement(node) {
      for (const child of node.children) {
        if (child.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression')
          continue;
        flag(child.expression, LETTERS);
      }
    },
    Literal(node) {
      if (typeof node.value !== 'string') return;
      if (PROSE.test(node.value) || (CAPITAL.test(node.value) && !PLATFORM.test(node.value)))
        flag(node, LETTERS);
    },
    TemplateLiteral(node) {
      const key = templateKey(node);
      if (PROSE.test(key.replaceAll(NOT_WORDS, '')) || PROSE_AFTER_HOLE.test(key)) flag(node, LETTERS);
    },
  }).visit(program satisfies Program);

  const free = [...spans.values()]
    .filter((span) => !translated.some(({ start, end }) => span.start === start && span.end === end))
    .toSorted((a, b) => a.start - b.start);
  const place = ({ start, text }: { start: number; text: string }): SourcePlace => ({
    line: source.slice(0, start).split('\n').length,
    text,
  });
  return { keys, counted, problems: problems.map(place), literals: free.map(place) };
}
