import { describe, expect, it } from 'vitest';
import { NODE_KINDS } from '../../../../graph/vocabulary.ts';
import {
  GROUND,
  INK,
  TONES,
  contrast,
  kindStyle,
  mix,
  restingColor,
} from '../../../../client/picture/palette.ts';
import type { Scheme } from '../../../../client/picture/palette.ts';

const schemes: readonly Scheme[] = ['light', 'dark'];

describe('the palette', () => {
  it('gives contrast as WCAG computes it', () => {
    expect([contrast('#000000', '#ffffff'), contrast('#777777', '#777777')]).toEqual([21, 1]);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('mixes channel by channel', () => {
    expect([
      mix('#000000', '#ffffff', 0.5),
      mix('#102030', '#102030', 0.3),
      mix('#ff0000', '#0000ff', 1),
    ]).toEqual(['#808080', '#102030', '#0000ff']);
  });

  it('has 3:1 for every sign and every line on its ground, at rest too, and 7:1 for text', () => {
    const faint: string[] = [];
    for (const scheme of schemes) {
      const signs = [...NODE_KINDS.map(({ label }) => label), 'other'].map(
        (kind) => [kind, kindStyle(kind).color[scheme]] as const,
      );
      const lines = (Object.keys(TONES) as (keyof typeof TONES)[]).map(
        (tone) => [tone, restingColor(tone, scheme)] as const,
      );
      for (const [name, color] of [...signs, ...lines])
        if (contrast(color, GROUND[scheme]) < 3)
          faint.push(`${name} ${scheme} ${contrast(color, GROUND[scheme]).toFixed(2)}`);
      expect(contrast(INK[scheme], GROUND[scheme])).toBeGreaterThan(7);
    }
    expect(faint).toEqual([]);
  });

  it('draws each kind that is drawn with a shape of its own', () => {
    const shapes = NODE_KINDS.filter(({ drawn, label }) => drawn && label !== 'Actor').map(
      ({ label }) => kindStyle(label).shape,
    );
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('draws each tone with a line of its own', () => {
    const lines = Object.values(TONES).map(({ dash, widthPx }) => `${dash.join()} ${widthPx}`);
    expect(new Set(lines).size).toBe(lines.length);
  });
});
