/** The menu of what is selected, at the pointer: on a right click, a long press, or the menu key. */
import { Menu } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import { keyName } from '../../commands/command.ts';
import { commandOf } from '../../commands/registry.ts';
import { runCommand } from '../../commands/run-command.ts';
import { openMenu, useAsked } from '../../state/asked.ts';
import type { MenuPoint } from '../../state/asked.ts';
import { namedSelection } from '../../state/named.ts';
import { selectAll, useScreen } from '../../state/screen.ts';
import { holds, selectedCount } from '../../state/selection.ts';
import { elementsUnder } from './place.ts';
import { onLongPress } from './long-press.ts';

/** Ids of commands, in sections. */
const OF_SELECTION = [
  ['expand', 'expand-by', 'reveal'],
  ['path', 'paths', 'common'],
  ['select-neighbours', 'select-kind', 'select-inner', 'invert'],
  ['pin', 'hide', 'dismiss', 'dismiss-others'],
  ['group', 'ungroup'],
] as const;
const OF_PICTURE = [
  ['select-all', 'marquee', 'lasso'],
  ['reveal', 'group', 'ungroup', 'show-hidden'],
  ['fit'],
] as const;

export function ContextMenu() {
  const menu = useAsked((state) => state.menu);
  const selection = useScreen((state) => state.selection);
  const before = useRef<Element | null>(null);
  useOpening();
  useEffect(() => {
    if (menu !== null) before.current = document.activeElement;
    else if (document.activeElement === document.body && before.current instanceof HTMLElement)
      before.current.focus();
  }, [menu]);

  // a menu that is not there has no place in the page for anyone to come upon
  if (menu === null) return null;
  const isOfSelection = selectedCount(selection) > 0;
  const name = isOfSelection ? namedSelection(selection) : 'The picture';
  const sections = (isOfSelection ? OF_SELECTION : OF_PICTURE).map((ids) =>
    ids.map(commandOf).filter((command) => isOfSelection || command.isEnabled?.() !== false),
  );
  return (
    <Menu
      opened
      onClose={() => openMenu(null)}
      position="bottom-start"
      shadow="md"
      width={290}
      offset={2}
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      floatingStrategy="fixed"
      // inside the page's landmarks
      withinPortal={false}
      // the point that it opens at has no size
      hideDetached={false}
      withInitialFocusPlaceholder={false}
      // no key: the one that opens it, on its way through the page, would close it again
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button
          type="button"
          className="menu-point"
          tabIndex={-1}
          // the menu is named by it
          aria-label={`What to do with: ${name}`}
          style={{ left: menu.x, top: menu.y }}
        />
      </Menu.Target>
      <Menu.Dropdown className="context-menu">
        <Menu.Label>{name}</Menu.Label>
        {sections
          .filter((commands) => commands.length > 0)
          .map((commands, index) => (
            <Fragment key={commands[0]?.id}>
              {index > 0 && <Menu.Divider />}
              {commands.map((command) => {
                const { id, label, title, keys, Icon, isOn, isEnabled } = command;
                return (
                  <Menu.Item
                    key={id}
                    disabled={isEnabled?.() === false}
                    leftSection={
                      Icon === undefined ? <span className="no-icon" /> : <Icon size={16} aria-hidden />
                    }
                    // told by `aria-keyshortcuts`
                    rightSection={
                      keys[0] !== undefined && (
                        <kbd className="menu-key" aria-hidden>
                          {keyName(keys[0])}
                        </kbd>
                      )
                    }
                    aria-keyshortcuts={keys[0]?.replace('Mod', 'Control')}
                    onClick={() => runCommand(command)}
                  >
                    {id === 'pin' && isOn?.() === true ? 'Unpin' : (label ?? title)}
                  </Menu.Item>
                );
              })}
            </Fragment>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Listens on the picture. What is under the pointer is selected first, unless it is among what is selected. */
function useOpening(): void {
  useEffect(() => {
    const open = (point: MenuPoint): void => {
      const under = elementsUnder(point);
      if (selectedCount(under) > 0 && !holds(useScreen.getState().selection, under)) selectAll(under);
      openMenu(point);
    };
    const isOnPicture = (target: EventTarget | null): boolean =>
      target instanceof Element &&
      target.closest('.picture') !== null &&
      target.closest('.picture-tools') === null;
    const right = (event: MouseEvent): void => {
      if (!isOnPicture(event.target)) return;
      event.preventDefault();
      // the menu key opens it too, with a place of its own
      if (useAsked.getState().menu === null) open({ x: event.clientX, y: event.clientY });
    };
    document.addEventListener('contextmenu', right);
    const stopPresses = onLongPress(document, (event) => {
      if (isOnPicture(event.target)) open({ x: event.clientX, y: event.clientY });
    });
    return () => {
      document.removeEventListener('contextmenu', right);
      stopPresses();
    };
  }, []);
}
