import { Kbd, Modal, Table, Text } from '@mantine/core';
import { SHORTCUTS } from './shortcuts.ts';

/** How to read the picture, and its keys. */
export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="How to use this picture"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close help' }}
    >
      <Text mb="md">
        Every line is a claim: someone did, said or asked something of someone else. Select a line to read the
        words it rests on, and where they stand. Select a sign to read everything said by and about it; select
        it twice to bring in what it touches.
      </Text>
      <Table withRowBorders={false} verticalSpacing={5}>
        <Table.Tbody>
          {SHORTCUTS.map(({ keys, what }) => (
            <Table.Tr key={what}>
              <Table.Td w={150}>
                {keys.map((key) => (
                  <Kbd key={key} mr={6}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
