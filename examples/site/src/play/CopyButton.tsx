import { useRef, useState } from 'preact/hooks';
import { useSpeech } from '../state.js';

/** A button that copies a text; where the browser refuses, the text is shown selected. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: () => string | Promise<string> }) {
  const { say } = useSpeech();
  const [done, setDone] = useState<'copied' | 'refused' | undefined>();
  const [refused, setRefused] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    const copied = await text();
    try {
      await navigator.clipboard.writeText(copied);
      setDone('copied');
    } catch {
      setRefused(copied);
      setDone('refused');
      setTimeout(() => area.current?.select());
    }
  };
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status">{done === 'copied' ? say('copied') : done === 'refused' ? say('copyFailed') : ''}</span>
      {done === 'refused' ? <textarea ref={area} readOnly rows={4} aria-label={label} value={refused} /> : null}
    </span>
  );
}
