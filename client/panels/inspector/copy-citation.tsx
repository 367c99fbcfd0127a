/** Puts a claim with the words it rests on into the clipboard. */
import { Button, CloseButton, Menu, Modal, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChevronDown, Quote } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../clipboard.ts';
import { citation } from './citation.ts';
import type { Cited, CitationForm } from './citation.ts';

/** @param cited null while the words it rests on are not there yet */
export function CopyCitation({ cited }: { readonly cited: Cited | null }) {
  const [uncopied, setUncopied] = useState<string | null>(null);
  const copy = async (form: CitationForm): Promise<void> => {
    if (cited === null) return;
    const text = citation(cited, form);
    if (await copyText(text))
      notifications.show({
        title: 'Citation copied',
        message: 'The claim, the words it rests on, and where they stand.',
      });
    else setUncopied(text);
  };
  return (
    <>
      <Button.Group>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Quote size={15} aria-hidden />}
          disabled={cited === null}
          onClick={() => void copy('plain')}
        >
          Copy as citation
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-md"
              variant="default"
              px={6}
              aria-label="More ways to cite"
              disabled={cited === null}
            >
              <ChevronDown size={15} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void copy('plain')}>Copy as plain text</Menu.Item>
            <Menu.Item onClick={() => void copy('markdown')}>Copy as Markdown</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Modal.Root opened={uncopied !== null} onClose={() => setUncopied(null)}>
        <Modal.Overlay />
        {/* without the component's own header, which would be a second banner of the page */}
        <Modal.Content aria-label="Copy the citation by hand">
          <Modal.Body pt="md">
            <div className="dialog-head">
              <Title order={2} size="h4">
                Copy the citation from here
              </Title>
              <CloseButton aria-label="Close" onClick={() => setUncopied(null)} />
            </div>
            <Text size="sm" mb="xs">
              This browser lets no page write to the clipboard here.
            </Text>
            <Textarea
              aria-label="Citation"
              autosize
              readOnly
              value={uncopied ?? ''}
              data-autofocus
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
