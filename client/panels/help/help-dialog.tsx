import { CloseButton, Kbd, Modal, Switch, Table, Text, Title } from '@mantine/core';
import { keyName } from '../../commands/command.ts';
import type { Group } from '../../commands/command.ts';
import { setLetterKeys, useLetterKeys } from '../../commands/letter-keys.ts';
import { COMMANDS } from '../../commands/registry.ts';
import { showHelp, usePanels } from '../../state/panels.ts';

const GROUPS: readonly Group[] = ['Find', 'Picture', 'Select', 'Selection', 'History', 'Panels'];

/** Keys that are no commands of the page: a part of it has them while it has the focus. */
const MORE: Readonly<
  Partial<Record<Group, readonly { readonly keys: readonly string[]; readonly title: string }[]>>
> = {
  Picture: [
    { keys: ['↑ ↓'], title: 'Go through the claims of where you are, when the picture has the focus' },
    { keys: ['→ ←'], title: 'Go on from the neighbour that is marked, and back' },
    { keys: ['Shift ← ↑ ↓ →'], title: 'Go to the nearest in that direction' },
    { keys: ['Space'], title: 'Open the claim that led there' },
    { keys: ['Enter'], title: 'Open what is marked' },
  ],
  Select: [
    { keys: ['Click'], title: 'Select; on a row of the legend, all of its kind' },
    { keys: ['Shift click'], title: 'Select as well, or let go' },
    { keys: ['Right click'], title: 'Open the menu of what is under the pointer; on a touch screen, hold' },
  ],
};

const close = (): void => showHelp(false);

/** How to read the picture, and every key. */
export function HelpDialog() {
  const isOpen = usePanels((state) => state.isHelpOpen);
  const areLettersOn = useLetterKeys((state) => state.areOn);
  return (
    <Modal.Root opened={isOpen} onClose={close} size="lg">
      <Modal.Overlay />
      {/* without the component's own header, which would be a second banner of the page */}
      <Modal.Content aria-label="How to use this picture">
        <Modal.Body pt="md">
          <div className="dialog-head">
            <Title order={2} size="h3">
              How to use this picture
            </Title>
            <CloseButton aria-label="Close help" onClick={close} />
          </div>
          <Text mb="md">
            Every line is a claim: someone did, said or asked something of someone else. Select a line to read
            the words it rests on, and where they stand. Select a sign to read everything said by and about
            it; select it twice to bring in what it touches.
          </Text>
          <Switch
            label="Keys that are a letter or a sign"
            description="Off, they do nothing: for who speaks to the page. Ctrl, Esc, Delete and the arrows stay."
            checked={areLettersOn}
            onChange={({ currentTarget }) => setLetterKeys(currentTarget.checked)}
          />
          {GROUPS.map((group) => (
            <Keys key={group} group={group} />
          ))}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Keys({ group }: { readonly group: Group }) {
  const rows = [
    ...COMMANDS.filter((command) => command.group === group && command.keys.length > 0).map(
      ({ keys, title }) => ({ keys: keys.map(keyName), title }),
    ),
    ...(MORE[group] ?? []),
  ];
  return (
    <section>
      <Title order={3} size="h5" mt="sm">
        {group}
      </Title>
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(({ keys, title }) => (
            <Table.Tr key={title}>
              <Table.Td w={170}>
                {keys.map((key) => (
                  <Kbd key={key} mr={6}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{title}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
