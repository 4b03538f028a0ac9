import { COMMENT_TYPES } from '../document/commentTypes.ts';
import { commentsOf, groupChain } from '../document/groups.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { FAMILY_TYPE } from '../nodes/familyType.ts';
import { PICTURE_COLOURS, type PictureColours } from './colours.ts';
import { type Box, type DrawnCard, drawnSwarm, type SizeOf } from './drawnSwarm.ts';
import { kindShape } from './kindShape.ts';

const MARGIN = 32;
const FONT = "system-ui, 'Segoe UI', Inter, 'Noto Sans', sans-serif";
const FISH = 'M1 7C5 1 12 .5 17 5.4L22.6 1.6c.5 3.6.5 7.2 0 10.8L17 8.6C12 13.5 5 13 1 7Z';

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as XML can hold it: characters it forbids are left out. */
const xml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign);

const round = (value: number): number => Math.round(value * 10) / 10;

/** A text cut to about so many pixels, since SVG does not break or cut by itself. */
function shortened(text: string, width: number, size: number): string {
  const most = Math.max(1, Math.floor(width / (size * 0.56)));
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, Math.max(1, most - 1)).join('')}…`;
}

function label(x: number, y: number, size: number, colour: string, text: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${colour}"${more}>${xml(text)}</text>`;
}

function glyph(card: DrawnCard): string {
  if (card.kind === 'fish') return `<path d="${FISH}" transform="translate(12 14) scale(.8)"/>`;
  return card.kind === null
    ? '<path d="M2 2h6v4H2ZM10 2h6v4h-6ZM2 8h6v4H2ZM10 8h6v4h-6Z" transform="translate(12 13)"/>'
    : `<path d="${kindShape(card.kind)}" fill-rule="evenodd" transform="translate(12 14)"/>`;
}

function drawCard(card: DrawnCard, colours: PictureColours): string {
  const { x, y, width, height, title, badge, family, ports } = card;
  const colour = family === null ? colours.faint : colours[FAMILY_TYPE[family]];
  const shownBadge = shortened(badge, width * 0.4, 11);
  const titleWidth = width - 52 - (badge === '' ? 0 : [...shownBadge].length * 6.4 + 8);
  const rows = ports.map((port) => {
    const isIn = port.direction === 'in';
    const at = isIn ? 0 : width;
    const text = label(
      isIn ? 12 : width - 12,
      port.y + 4,
      11,
      colours.faint,
      shortened(port.label, width / 2 - 18, 11),
      isIn ? '' : ' text-anchor="end"',
    );
    return `<circle cx="${at}" cy="${port.y}" r="5" fill="${colours[port.type]}" stroke="${colours.card}" stroke-width="2"/>${text}`;
  });
  return [
    `<g transform="translate(${round(x)} ${round(y)})">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${colours.card}" stroke="${colours.line}"/>`,
    `<g fill="${colour}">${glyph(card)}</g>`,
    label(38, 24, 13, colours.text, shortened(title, titleWidth, 13), ' font-weight="600"'),
    badge === '' ? '' : label(width - 12, 24, 11, colours.faint, shownBadge, ' text-anchor="end"'),
    ...rows,
    '</g>',
  ].join('');
}

function drawLinks(document: ReturnType<typeof drawnSwarm>, colours: PictureColours): string[] {
  const cards = new Map(document.cards.map((card) => [card.id, card]));
  return document.links.flatMap(({ from, fromPort, to, toPort, type }) => {
    const [source, target] = [cards.get(from), cards.get(to)];
    if (source === undefined || target === undefined) return [];
    const yOf = (card: DrawnCard, direction: 'in' | 'out', id: string): number =>
      card.y +
      (card.ports.find((port) => port.direction === direction && port.id === id)?.y ?? card.height / 2);
    const [x1, y1] = [source.x + source.width, yOf(source, 'out', fromPort)];
    const [x2, y2] = [target.x, yOf(target, 'in', toPort)];
    const bend = Math.max(40, Math.abs(x2 - x1) / 2);
    const path = `M${round(x1)} ${round(y1)}C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`;
    return [`<path d="${path}" fill="none" stroke="${colours[type]}" stroke-width="2" opacity=".85"/>`];
  });
}

function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 320, height: 120 };
  const left = Math.floor(Math.min(...boxes.map(({ x }) => x)) - MARGIN);
  const top = Math.floor(Math.min(...boxes.map(({ y }) => y)) - MARGIN);
  const right = Math.ceil(Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN);
  const bottom = Math.ceil(Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export interface PictureOptions {
  readonly theme: 'dark' | 'light';
  /** Sizes of nodes as the canvas has them; without, each is as large as its ports need. */
  readonly sizeOf?: SizeOf;
}

/** A swarm as a standalone SVG: what the canvas shows, without anything outside the file. */
export function toSvg(document: SwarmDocument, { theme, sizeOf }: PictureOptions): string {
  const colours = PICTURE_COLOURS[theme];
  const drawn = drawnSwarm(document, sizeOf);
  // What stands in a collapsed group is not seen.
  const comments = commentsOf(document)
    .map(([, comment]) => comment)
    .filter(({ group }) =>
      groupChain(document, group).every((id) => document.groups[id]?.collapsed !== true),
    );
  const noteBoxes = comments.map(({ position, size }) => ({ ...position, ...size }));
  const { x, y, width, height } = boundsOf([...drawn.cards, ...drawn.frames, ...noteBoxes]);
  const frames = drawn.frames.map(
    (frame) =>
      `<rect x="${round(frame.x)}" y="${round(frame.y)}" width="${round(frame.width)}" height="${round(frame.height)}" rx="14" fill="none" stroke="${colours.line}" stroke-dasharray="6 5"/>${label(frame.x + 12, frame.y + 18, 12, colours.faint, shortened(frame.title, frame.width - 24, 12))}`,
  );
  const notes = comments.map(({ position, size, text, colour }) => {
    const lines = text.split('\n').slice(0, Math.max(1, Math.floor((size.height - 12) / 16)));
    return `<rect x="${round(position.x)}" y="${round(position.y)}" width="${round(size.width)}" height="${round(size.height)}" rx="6" fill="${colours[COMMENT_TYPES[colour]]}" opacity=".14"/>${lines
      .map((line, index) =>
        label(
          position.x + 10,
          position.y + 20 + index * 16,
          12,
          colours.text,
          shortened(line, size.width - 20, 12),
        ),
      )
      .join('')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}">`,
    `<title>${xml(document.meta.name)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours.ground}"/>`,
    ...frames,
    ...notes,
    ...drawLinks(drawn, colours),
    ...drawn.cards.map((card) => drawCard(card, colours)),
    '</svg>',
    '',
  ].join('\n');
}
