/** The signs of the picture as small drawings beside words: the shape of a kind, the line of a tone. */
import { useComputedColorScheme } from '@mantine/core';
import type { Tone } from '../../graph/vocabulary.ts';
import { TONES, kindStyle } from '../picture/palette.ts';
import { SHAPES, svgPoints } from '../picture/shapes.ts';

export function KindSign({ kind, size = 18 }: { readonly kind: string; readonly size?: number }) {
  const scheme = useComputedColorScheme('light');
  const { shape, color } = kindStyle(kind);
  const points = svgPoints(SHAPES[shape], 5.6);
  return (
    <svg
      className="sign"
      width={size}
      height={size}
      viewBox="-9 -9 18 18"
      aria-hidden="true"
      fill={color[scheme]}
    >
      {points === null ? (
        <circle r={5.6} />
      ) : (
        <polygon points={points} strokeLinejoin="round" stroke={color[scheme]} strokeWidth={1} />
      )}
    </svg>
  );
}

export function LineSign({ tone, width = 26 }: { readonly tone: Tone; readonly width?: number }) {
  const scheme = useComputedColorScheme('light');
  const { color, dash, widthPx } = TONES[tone];
  const stroke = color[scheme];
  return (
    <svg className="sign" width={width} height={18} viewBox={`0 -9 ${width} 18`} aria-hidden="true">
      <line
        x1={0}
        x2={width - 6}
        y1={0}
        y2={0}
        stroke={stroke}
        strokeWidth={widthPx + 0.2}
        strokeDasharray={dash[0] === 0 ? undefined : dash.map((part) => part * 0.8).join(' ')}
      />
      <path d={`M${width} 0 L${width - 7} -3.4 L${width - 7} 3.4 Z`} fill={stroke} />
    </svg>
  );
}
