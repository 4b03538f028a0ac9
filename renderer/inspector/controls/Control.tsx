import type { ControlProps } from './control.ts';
import { FileControl } from './FileControl.tsx';
import { FishControl } from './FishControl.tsx';
import { NumberControl } from './NumberControl.tsx';
import { SelectControl } from './SelectControl.tsx';
import { SliderControl } from './SliderControl.tsx';
import { SwitchControl } from './SwitchControl.tsx';
import { TextControl } from './TextControl.tsx';

/** The control a field asks for, or the one its schema suggests. */
export function Control(props: ControlProps) {
  const { spec, shape } = props;
  switch (spec.control) {
    case 'slider':
      return <SliderControl {...props} scale="linear" />;
    case 'log-slider':
      return <SliderControl {...props} scale="log" />;
    case 'number':
      return <NumberControl {...props} />;
    case 'select':
      return <SelectControl {...props} />;
    case 'switch':
      return <SwitchControl {...props} />;
    case 'file':
      return <FileControl {...props} />;
    case 'fish':
      return <FishControl {...props} />;
    case 'text':
    case 'weights':
      return <TextControl {...props} />;
    case undefined:
      if (shape.type === 'integer' || shape.type === 'number') return <NumberControl {...props} />;
      if (shape.type === 'boolean') return <SwitchControl {...props} />;
      return shape.type === 'enum' ? <SelectControl {...props} /> : <TextControl {...props} />;
  }
}
