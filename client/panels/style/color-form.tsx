/** A colour of the reader's own, kept within sight. */
import { Button, ColorInput, ColorPicker, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { CATEGORIES, LEAST_CONTRAST, tooFaint } from '../../picture/scales.ts';
import { act } from '../../state/history.ts';
import { useScreen } from '../../state/screen.ts';

interface ColorFormProps {
  readonly name: string;
  /** In `Style.colors`. */
  readonly colorKey: string;
  readonly present: string;
}

const HEX = /^#[0-9a-f]{6}$/i;
const SWATCHES = CATEGORIES.map(({ light }) => light);

export function ColorForm({ name, colorKey, present }: ColorFormProps) {
  const colors = useScreen(({ settings }) => settings.style.colors);
  const [text, setText] = useState(colors[colorKey] ?? present);
  /** All that is tried until the form is closed is one step. */
  const isMore = useRef(false);
  const isOwn = colors[colorKey] !== undefined;
  const choose = (color: string): void => {
    setText(color);
    if (!HEX.test(color)) return;
    setColor(name, colorKey, color, isMore.current);
    isMore.current = true;
  };
  const faint = HEX.test(text) ? tooFaint(text) : [];
  return (
    <div className="color-form">
      <ColorPicker
        value={text}
        onChange={choose}
        swatches={SWATCHES}
        swatchesPerRow={8}
        saturationLabel={`Saturation of the colour of ${name}`}
        hueLabel={`Hue of the colour of ${name}`}
        fullWidth
      />
      <ColorInput
        value={text}
        onChange={choose}
        withPicker={false}
        withEyeDropper={false}
        size="xs"
        label={`Colour of ${name}, as #rrggbb`}
        data-autofocus
      />
      <output className="color-warnings">
        {faint.map(({ scheme, ratio }) => (
          <Text key={scheme} size="xs" className="color-warning">
            <TriangleAlert size={14} aria-hidden /> Hard to see on the {scheme} ground: {ratio.toFixed(1)} to
            1, of at least {LEAST_CONTRAST} to 1. There it is drawn{' '}
            {scheme === 'light' ? 'darker' : 'lighter'}.
          </Text>
        ))}
      </output>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!isOwn}
        onClick={() => {
          setColor(name, colorKey, null);
          isMore.current = false;
        }}
      >
        The colour it had
      </Button>
    </div>
  );
}

/** @param color null for the one it has by itself */
function setColor(name: string, key: string, color: string | null, continues = false): void {
  const { style } = useScreen.getState().settings;
  const { [key]: _former, ...others } = style.colors;
  const colors = color === null ? others : { ...others, [key]: color };
  act(`Colour ${name}`, { kind: 'set', settings: { style: { ...style, colors } } }, { continues });
}
