import type { PortType } from '../nodes/kind.ts';

/** The colours of a picture of a swarm. */
export interface PictureColours extends Readonly<Record<PortType, string>> {
  readonly ground: string;
  readonly card: string;
  readonly line: string;
  readonly text: string;
  readonly faint: string;
}

/** As in the themes of the application (renderer/theme/theme.css; a test compares them). */
export const PICTURE_COLOURS: Readonly<Record<'dark' | 'light', PictureColours>> = {
  dark: {
    ground: '#061016',
    card: '#11252e',
    line: '#2b5161',
    text: '#e8f3f5',
    faint: '#a3bec6',
    examples: '#7fb2ff',
    state: '#c99bff',
    prediction: '#2fd6c3',
    weights: '#f5a45d',
    score: '#f4d35e',
    control: '#93a7b0',
  },
  light: {
    ground: '#eef4f5',
    card: '#ffffff',
    line: '#b5c9cf',
    text: '#0d2027',
    faint: '#44606a',
    examples: '#2b6fd6',
    state: '#8a4fd0',
    prediction: '#0a9485',
    weights: '#b9610f',
    score: '#8f7400',
    control: '#5d747d',
  },
};
