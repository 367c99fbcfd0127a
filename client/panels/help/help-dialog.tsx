import { CloseButton, Kbd, Modal, Table, Text, Title } from '@mantine/core';
import { SHORTCUTS } from './shortcuts.ts';

/** How to read the picture, and its keys. */
export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size="lg">
      <Modal.Overlay />
      {/* without the component's own header, which would be a second banner of the page */}
      <Modal.Content aria-label="How to use this picture">
        <Modal.Body pt="md">
          <div className="dialog-head">
            <Title order={2} size="h3">
              How to use this picture
            </Title>
            <CloseButton aria-label="Close help" onClick={onClose} />
          </div>
          <Text mb="md">
            Every line is a claim: someone did, said or asked something of someone else. Select a line to read
            the words it rests on, and where they stand. Select a sign to read everything said by and about
            it; select it twice to bring in what it touches.
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
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
