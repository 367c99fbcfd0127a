/** Entente is for everyone: with a keyboard, a screen reader, a phone, in the dark, and without motion. */
import { expect, it } from 'vitest';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, clickOn, cypherConsole, drawn, inspector, results, searchBox, selectedId } from './on-screen.ts'; // prettier-ignore
import type { Drawn } from './on-screen.ts';

/** What can be worked with; roles that hand the focus around among themselves (tabs, options) count once. */
const OPERABLE =
  'button, a[href], input, textarea, select, summary, [contenteditable="true"], [tabindex="0"], [role="listbox"]';

journey('For everyone', (open) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing for axe to complain of, ${colorScheme}: at first, with the inspector, with the console`, async () => {
      const page = await open({ colorScheme });
      expect(await page.getByRole('region', { name: 'Graph' }).getAttribute('data-scheme')).toBe(colorScheme);
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `first-${colorScheme}`);

      await clickOn(page, await drawn(page, 'tajikistan'));
      await inspector(page).getByText('Every claim about it is on the screen.').waitFor();
      expect(await complaints(page)).toEqual([]);
      await inspector(page).getByRole('listitem').first().getByRole('button').click();
      await inspector(page).getByRole('blockquote').first().waitFor();
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `inspector-${colorScheme}`);

      await page.getByRole('button', { name: 'Cypher console', exact: true }).click();
      await cypherConsole(page).getByRole('button', { name: 'Run' }).click();
      await cypherConsole(page).getByRole('cell').first().waitFor();
      await atRest(page);
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `console-${colorScheme}`);
      await cypherConsole(page).getByRole('textbox', { name: 'Cypher statement' }).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('MATCH (a RETURN a');
      await page.keyboard.press('Control+Enter');
      await cypherConsole(page).getByRole('alert').waitFor();
      expect(await complaints(page)).toEqual([]);

      await searchBox(page).fill('Kremlin');
      await results(page).getByRole('option').first().waitFor();
      expect(await complaints(page)).toEqual([]);
    });
  }

  it('has nothing for axe to complain of on a phone', async () => {
    const page = await open(phone);
    expect(await complaints(page)).toEqual([]);
  });

  it('reaches everything with Tab, and shows where the focus is', async () => {
    const page = await open();
    await clickOn(page, await drawn(page, 'vladimir-putin'));
    await inspector(page).getByText('Every claim about it is on the screen.').waitFor();
    await page.evaluate((operable) => {
      for (const [at, element] of document.querySelectorAll(operable).entries())
        if (element.checkVisibility({ visibilityProperty: true })) element.setAttribute('data-to-reach', String(at)); // prettier-ignore
    }, OPERABLE);
    const names = await page.evaluate(() =>
      [...document.querySelectorAll('[data-to-reach]')].map((element) => [
        element.getAttribute('data-to-reach'),
        element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40),
      ]),
    );
    expect(names.length).toBeGreaterThan(20);
    const reached = new Set<string | null>();
    const unmarked: string[] = [];
    for (let presses = 0; presses < names.length * 2; presses++) {
      await page.keyboard.press('Tab');
      const { at, isMarked, name } = await page.evaluate(focusMark);
      if (!isMarked) unmarked.push(name);
      if (at !== null && reached.has(at)) break;
      reached.add(at);
    }
    expect(names.filter(([at = null]) => !reached.has(at)).map(([, name]) => name)).toEqual([]);
    expect(unmarked).toEqual([]);
  });

  it('says what a sign does and by which key, pointed at or reached with Tab', async () => {
    const page = await open();
    const tip = page.getByRole('tooltip');
    await page.getByRole('button', { name: 'Stories' }).hover();
    await tip.getByText('Stories (Y)').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).hover();
    await tip.getByText('Show everything').waitFor();
    expect(await tip.count()).toBe(1);
    await page.mouse.move(640, 500);
    await tip.waitFor({ state: 'detached' });

    await searchBox(page).focus();
    const stories = page.getByRole('button', { name: 'Stories' });
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      if (await stories.evaluate((button) => button === document.activeElement)) break;
    }
    await tip.getByText('Stories (Y)').waitFor();
    expect(await tip.locator('[id]').getAttribute('id')).toBe(await stories.getAttribute('aria-describedby'));
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
    expect(await stories.getAttribute('aria-describedby')).toBeNull();

    // what is pointed at may go away under the pointer
    await clickOn(page, await drawn(page, 'tajikistan'));
    await inspector(page).waitFor();
    const dismiss = inspector(page).getByRole('button', { name: 'Dismiss', exact: true });
    await dismiss.hover();
    await tip.getByText('Delete', { exact: false }).waitFor();
    await dismiss.click();
    await inspector(page).waitFor({ state: 'detached' });
    await tip.waitFor({ state: 'detached' });
  });

  it('walks through the picture with the arrow keys and opens what is marked with Enter', async () => {
    const page = await open();
    const picture = page.getByRole('listbox', { name: /^Picture of/ });
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    const first = await picture.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowDown');
    const second = await picture.getAttribute('aria-activedescendant');
    expect(first).not.toBeNull();
    expect(second).not.toBe(first);
    const marked = page.locator(`[id="${second}"]`);
    const [id, text] = [await marked.getAttribute('data-id'), await marked.textContent()];
    await page.keyboard.press('Enter');
    const heading = inspector(page).getByRole('heading', { level: 2 });
    await heading.waitFor();
    expect(await selectedId(page)).toBe(id);
    expect(text?.startsWith((await heading.textContent()) ?? '?')).toBe(true);
    expect(await page.getByRole('status').allTextContents()).toContain(`Selected: ${await heading.textContent()}.`); // prettier-ignore
  });

  it('lets letters alone for who turns their keys off, and remembers it', async () => {
    const page = await open();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'How to use this picture' });
    await dialog.getByRole('switch', { name: 'Keys that are a letter or a sign' }).press(' ');
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await atRest(page);
    await page.keyboard.press('c');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    expect(await cypherConsole(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Help and shortcuts' }).click();
    await dialog.getByRole('switch', { name: 'Keys that are a letter or a sign' }).press(' ');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await cypherConsole(page).waitFor();
  });

  it('has nothing for axe to complain of in what it says by the way', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy a link to this picture' }).click();
    await page.getByText('Link copied').waitFor();
    expect(await complaints(page)).toEqual([]);
  });

  it('moves nothing by itself for those who have asked for less motion', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    const { x, y } = await drawn(page, 'vladimir-putin');
    await page.evaluate(watchMotion);
    await page.mouse.click(x, y);
    await inspector(page).getByText('Every claim about it is on the screen.').waitFor();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('menu').getByText('Dark').click();
    // a menu that is open has keys of its own
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await cypherConsole(page).waitFor();
    await atRest(page);
    expect(await page.evaluate(() => [...(window as unknown as { moved: Set<string> }).moved])).toEqual([]);
  });

  it('zooms the picture with two fingers on a phone, and not the page', async () => {
    const page = await open(phone);
    const ends = async (): Promise<[Drawn, Drawn]> => [
      await drawn(page, 'taliban'),
      await drawn(page, 'russia'),
    ];
    const apart = ([a, b]: readonly [Drawn, Drawn]): number => Math.hypot(a.x - b.x, a.y - b.y);
    const before = await ends();
    const middle = { x: (before[0].x + before[1].x) / 2, y: (before[0].y + before[1].y) / 2 };
    const touch = await page.context().newCDPSession(page);
    const fingers = (type: 'touchStart' | 'touchMove', half: number, turned = 0) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [-half, half].map((far, id) => ({
          x: middle.x + far * Math.cos(turned),
          y: middle.y + far * Math.sin(turned),
          id,
        })),
      });
    const pinch = async (from: number, to: number, turned = 0): Promise<void> => {
      await fingers('touchStart', from);
      for (let step = 1; step <= 5; step++)
        await fingers('touchMove', from + ((to - from) * step) / 5, (turned * step) / 5);
      // longer than a press has to last
      await page.waitForTimeout(700);
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await pinch(40, 80);
    const wide = await ends();
    expect(apart(wide) / apart(before)).toBeCloseTo(2, 1);
    // what lies between the fingers stays there
    expect((wide[0].x + wide[1].x) / 2).toBeCloseTo(middle.x, -1);
    expect((wide[0].y + wide[1].y) / 2).toBeCloseTo(middle.y, -1);
    await keepShot(page, 'phone-pinched');
    await pinch(80, 40);
    expect(apart(await ends()) / apart(before)).toBeCloseTo(1, 1);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    // turned fingers turn nothing
    await pinch(40, 40, Math.PI / 3);
    const after = await ends();
    const angle = ([a, b]: readonly [Drawn, Drawn]): number => Math.atan2(b.y - a.y, b.x - a.x);
    expect(angle(after)).toBeCloseTo(angle(before), 1);
    // two fingers that stay are no long press, and choose nothing
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await selectedId(page)).toBeNull();
  });

  it('works with a finger on a phone: a tap opens the sheet, and the console is there too', async () => {
    const page = await open(phone);
    const { x, y } = await drawn(page, 'taliban');
    await page.touchscreen.tap(x, y);
    const sheet = inspector(page);
    await sheet.getByRole('heading', { level: 2, name: 'Taliban' }).waitFor();
    await atRest(page);
    await keepShot(page, 'phone-sheet');
    // the sheet leaves the picture in view, and what was tapped is in the part that is left
    const [box, taliban] = [await sheet.boundingBox(), await drawn(page, 'taliban')];
    expect(box?.y).toBeGreaterThan(844 / 4);
    expect(taliban.y).toBeLessThan(box?.y ?? 0);
    await sheet.getByRole('listitem').first().getByRole('button').tap();
    await sheet.getByRole('blockquote').first().waitFor();
    await keepShot(page, 'phone-claim');
    await sheet.getByRole('button', { name: 'Make larger' }).tap();
    await keepShot(page, 'phone-claim-large');
    await sheet.getByRole('button', { name: 'Close' }).tap();
    await sheet.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Cypher console', exact: true }).tap();
    await cypherConsole(page).getByRole('button', { name: 'Run' }).tap();
    await cypherConsole(page).getByRole('cell').first().waitFor();
    await keepShot(page, 'phone-console');
    const beyond: (string | null)[] = [];
    for (const control of await cypherConsole(page).locator('.console-head').getByRole('button').all()) {
      const place = await control.boundingBox();
      if (place === null || place.x < 0 || place.x + place.width > 390)
        beyond.push(await control.textContent());
    }
    expect(beyond).toEqual([]);
    expect(await complaints(page)).toEqual([]);
    await cypherConsole(page).getByRole('button', { name: 'Close the console' }).tap();
    await cypherConsole(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Legend' }).tap();
    await page.getByRole('complementary', { name: 'Legend' }).waitFor();
    await keepShot(page, 'phone-legend');
  });
});

/** Runs in the page: whether what has the focus looks different for it. */
async function focusMark(): Promise<{ at: string | null; isMarked: boolean; name: string }> {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { at: null, isMarked: true, name: 'the page' };
  // an editor or an input may wear its mark on the box around it
  const wearers = [element, element.parentElement, element.parentElement?.parentElement ?? null];
  const look = async (): Promise<string> => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    return wearers
      .filter((wearer) => wearer !== null)
      .map((wearer) => {
        const style = getComputedStyle(wearer);
        const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
        return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
      })
      .join();
  };
  const focused = await look();
  element.blur();
  const blurred = await look();
  element.focus();
  return {
    at: element.getAttribute('data-to-reach'),
    isMarked: focused !== blurred,
    name: element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40),
  };
}

/** Runs in the page: notes every style that changes over time, frame by frame, from now on. */
function watchMotion(): void {
  const moved = new Set<string>();
  Object.assign(window, { moved });
  const frame = (): void => {
    for (const animation of document.getAnimations()) {
      const { duration = 0 } = animation.effect?.getComputedTiming() ?? {};
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
      // a colour that fades moves nothing
      const of = animation instanceof CSSTransition ? animation.transitionProperty : 'animation';
      if (Number(duration) > 1 && !/color|opacity|fill|stroke|shadow|visibility/.test(of))
        moved.add(`${of} of ${target?.className ?? '?'}`);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
