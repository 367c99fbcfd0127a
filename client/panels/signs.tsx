/** The signs of the picture as small drawings beside words: the shape of a kind, the line of a tone. */
import type { Tone } from '../../graph/vocabulary.ts';
import type { LineStyle } from '../picture/palette.ts';
import { TONES, kindStyle } from '../picture/palette.ts';
import { ownColors, ownLineColors } from '../picture/scales.ts';
import { SHAPES, svgPoints } from '../picture/shapes.ts';
import { useScreen } from '../state/screen.ts';
import { useScheme } from '../scheme.tsx';

/** The colour of a kind: the reader's own, where there is one. */
export function useKindColor(kind: string): string {
  const scheme = useScheme();
  const own = useScreen(({ settings }) => settings.style.colors[`kind:${kind}`]);
  return (own === undefined ? kindStyle(kind).color : ownColors(own))[scheme];
}

interface KindSignProps {
  readonly kind: string;
  readonly size?: number;
  /** Default that of the kind. */
  readonly color?: string;
}

export function KindSign({ kind, size = 18, color }: KindSignProps) {
  const ofKind = useKindColor(kind);
  const fill = color ?? ofKind;
  const { shape } = kindStyle(kind);
  const points = svgPoints(SHAPES[shape], 5.6);
  return (
    <svg className="sign" width={size} height={size} viewBox="-9 -9 18 18" aria-hidden="true" fill={fill}>
      {points === null ? (
        <circle r={5.6} />
      ) : (
        <polygon points={points} strokeLinejoin="round" stroke={fill} strokeWidth={1} />
      )}
    </svg>
  );
}

interface LineSignProps {
  readonly tone?: Tone;
  /** Default that of the tone. */
  readonly line?: LineStyle;
  readonly width?: number;
}

export function LineSign({ tone = 'standing', line, width = 26 }: LineSignProps) {
  const scheme = useScheme();
  const own = useScreen(({ settings }) => settings.style.colors[`tone:${tone}`]);
  const { color, dash, widthPx } = line ?? TONES[tone];
  const stroke = (line === undefined && own !== undefined ? ownLineColors(own) : color)[scheme];
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
