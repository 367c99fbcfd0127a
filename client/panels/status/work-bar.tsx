/** What is under way for longer than a moment: how far it is, and a way to stop it. */
import { Button, CloseButton, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CSSProperties } from 'react';
import { useScreen } from '../../state/screen.ts';
import { writtenBytes } from '../../state/words.ts';
import { dropOutcome, useWork } from '../../state/work.ts';
import type { Progress, Work } from '../../state/work.ts';

/** What is over sooner is not worth a word. */
const PATIENCE_MS = 300;

/** Time to read two sentences. */
const READ_MS = 9000;

const NUMBERS = new Intl.NumberFormat('en');

export function WorkBar() {
  const running = useWork((state) => state.running);
  const { left, right, bottom } = useScreen((state) => state.covered);
  const outcome = useWork((state) => state.outcome);
  if (running.length === 0 && outcome === null) return null;
  return (
    <div
      className="work-bar"
      style={
        {
          '--work-left': `${left}px`,
          '--work-right': `${right}px`,
          '--work-bottom': `${bottom}px`,
        } as CSSProperties
      }
    >
      {running.map((work) => (
        <Row key={work.id} work={work} />
      ))}
      {running.length === 0 && outcome !== null && <Outcome key={outcome} text={outcome} />}
    </div>
  );
}

/** Read out already: see `tell`. */
function Outcome({ text }: { readonly text: string }) {
  useEffect(() => {
    const timer = setTimeout(dropOutcome, READ_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="work">
      <p className="work-title">{text}</p>
      <CloseButton size="sm" aria-label="Close this message" onClick={dropOutcome} />
    </div>
  );
}

/** `12 of 40`, `1.2 of 4.5 MB`; as far as it is known. */
export function progressText({ done, total, unit }: Progress): string {
  if (unit === 'bytes') return writtenBytes(done, total);
  return `${NUMBERS.format(done)}${total === null ? '' : ` of ${NUMBERS.format(total)}`}`;
}

function Row({ work: { title, progress, stop } }: { readonly work: Work }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  const share =
    progress === null || progress.total === null ? null : progress.done / Math.max(1, progress.total);
  return (
    <div className="work">
      <output className="work-title">
        {share === null && <Loader size={14} aria-hidden />}
        {title} …{progress !== null && <span className="count">{progressText(progress)}</span>}
      </output>
      <Button size="compact-sm" variant="default" onClick={stop}>
        Cancel
      </Button>
      {share !== null && <progress className="work-progress" max={1} value={share} aria-label={title} />}
    </div>
  );
}
