/** The stories to follow, a file of one's own, and the story that is being made. */
import {
  Alert,
  Button,
  CloseButton,
  FileButton,
  List,
  Modal,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { ArrowDown, ArrowUp, Download, FileUp, Play, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { StoriesReply } from '../../../server/contract/story.ts';
import { fetchStories } from '../../api.ts';
import { shownPicture } from '../../picture/shown.ts';
import { moveStep, removeStep, renameStory, saveStep, useOwnStory } from '../../state/own-story.ts';
import { togglePanel } from '../../state/panels.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { followOwn, followStory, readStoryFile } from '../../state/story.ts';
import { counted } from '../../state/words.ts';
import { saveFile } from '../export/save-file.ts';
import { Failure } from '../inspector/failure.tsx';
import { useReply } from '../inspector/use-reply.ts';
import { notifyFailure } from '../status/notify.tsx';

const close = (): void => togglePanel('story', false);

const ask = (_key: string, signal: AbortSignal): Promise<StoriesReply> => fetchStories(signal);

export default function StoriesDialog() {
  const { reply, retry } = useReply('stories', ask);
  return (
    <Modal.Root opened onClose={close} size="lg">
      <Modal.Overlay />
      <Modal.Content aria-label="Stories">
        <Modal.Body pt="md">
          <div className="dialog-head">
            <Title order={2} size="h3">
              Stories
            </Title>
            <CloseButton aria-label="Close the stories" onClick={close} />
          </div>
          <Text mb="md">A story leads through the graph step by step, each with the words it rests on.</Text>
          {reply.kind === 'failed' && <Failure error={reply.error} onRetry={retry} />}
          {reply.kind === 'here' && <Offered reply={reply.value} />}
          <Own />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function follow(begin: Promise<void>): void {
  close();
  begin.catch((error: unknown) => notifyFailure('The story could not be shown', error));
}

function Offered({ reply: { stories, faults } }: { readonly reply: StoriesReply }) {
  return (
    <>
      <ul className="story-list">
        {stories.map(({ id, title, summary, steps }) => (
          <li key={id}>
            <div>
              <Title order={3} size="h5">
                {title}
              </Title>
              <Text size="sm">{summary}</Text>
              <Text size="sm" c="dimmed">
                {counted(steps, 'step', 'steps')}
              </Text>
            </div>
            <Button leftSection={<Play size={15} aria-hidden />} onClick={() => follow(followStory(id))}>
              Follow
            </Button>
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <Alert color="orange" mt="md" title="Some files are no stories">
          <List size="sm">
            {faults.map(({ file, why }) => (
              <List.Item key={file}>
                {file}: {why}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}

function Own() {
  const story = useOwnStory((state) => state.story);
  const open = (file: File | null): void => {
    if (file === null) return;
    file
      .text()
      .then((text) => follow(followOwn(readStoryFile(text))))
      .catch((error: unknown) => notifyFailure(`${file.name} could not be opened`, error));
  };
  return (
    <section className="own-story" aria-label="A story of your own">
      <Title order={3} size="h4">
        A story of your own
      </Title>
      <Text size="sm" c="dimmed">
        Save what is on the screen as a step, then the next. It stays in this browser until you save it as a
        file.
      </Text>
      {story !== null && (
        <>
          <TextInput
            label="Title of the story"
            defaultValue={story.title}
            onBlur={({ currentTarget }) => {
              if (currentTarget.value.trim() !== '') renameStory(currentTarget.value.trim());
            }}
          />
          <ol className="own-steps">
            {story.steps.map(({ id, title }, index) => (
              <li key={id}>
                <span>{title}</span>
                <Small name={`Move “${title}” up`} Icon={ArrowUp} onClick={() => moveStep(id, -1)} />
                <Small name={`Move “${title}” down`} Icon={ArrowDown} onClick={() => moveStep(id, 1)} />
                <Small name={`Show “${title}”`} Icon={Play} onClick={() => follow(followOwn(story, index))} />
                <Small name={`Remove “${title}”`} Icon={Trash2} onClick={() => removeStep(id)} />
              </li>
            ))}
          </ol>
        </>
      )}
      <NewStep />
      <div className="actions">
        {story !== null && (
          <Button
            variant="default"
            leftSection={<Download size={15} aria-hidden />}
            onClick={() =>
              saveFile(
                `${story.id}.json`,
                new Blob([`${JSON.stringify(story, null, 2)}\n`], { type: 'application/json' }),
              )
            }
          >
            Save as a file
          </Button>
        )}
        <FileButton onChange={open} accept="application/json,.json">
          {(props) => (
            <Button variant="default" leftSection={<FileUp size={15} aria-hidden />} {...props}>
              Open a story file
            </Button>
          )}
        </FileButton>
      </div>
    </section>
  );
}

function NewStep() {
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  if (isEmpty) return null;
  const save = async (): Promise<void> => {
    try {
      await saveStep(title.trim(), text.trim(), shownPicture()?.part() ?? null);
      setTitle('');
      setText('');
    } catch (error) {
      notifyFailure('The step was not saved', error);
    }
  };
  return (
    <form
      className="new-step"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void save();
      }}
    >
      <TextInput
        label="Title of the next step"
        value={title}
        maxLength={200}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <Textarea
        label="What it tells"
        value={text}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" disabled={title.trim() === ''} leftSection={<Plus size={15} aria-hidden />}>
        Save this view as a step
      </Button>
    </form>
  );
}

function Small({
  name,
  Icon,
  onClick,
}: {
  readonly name: string;
  readonly Icon: typeof Play;
  readonly onClick: () => void;
}) {
  return (
    <Button size="compact-sm" variant="subtle" color="gray" aria-label={name} onClick={onClick}>
      <Icon size={15} aria-hidden />
    </Button>
  );
}
