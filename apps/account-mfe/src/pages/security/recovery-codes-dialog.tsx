import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { useRef, useState } from 'react';
import { securityMessages } from './messages.ts';
import { printAlone } from './print-alone.ts';

const texts = securityMessages.recovery;

/** Shows new recovery codes, this once: to be copied, saved or printed. Closed only on purpose. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const list = useRef<HTMLOListElement>(null);
  const [isWarned, setIsWarned] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const text = `${texts.fileHead}\n\n${codes.join('\n')}\n`;
  function save(): void {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = texts.fileName;
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <Dialog
      open
      onClose={() => setIsWarned(true)}
      title={texts.shownTitle}
      description={texts.shownText}
      footer={
        <Button fullWidth onClick={onClose}>
          {texts.done}
        </Button>
      }
    >
      {isWarned && (
        <Notice tone="warning" className="mb-4">
          {texts.notYet}
        </Notice>
      )}
      <ol
        ref={list}
        aria-label={texts.list}
        className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-md bg-surface-sunken p-5 font-mono text-lg tabular-nums max-[22rem]:grid-cols-1"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          variant="secondary"
          size="sm"
          icon={<Copy size={16} aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
        >
          <span aria-live="polite">{isCopied ? texts.copied : texts.copy}</span>
        </Button>
        <Button variant="secondary" size="sm" icon={<Download size={16} aria-hidden="true" />} onClick={save}>
          {texts.download}
        </Button>
        <Button
          variant="secondary"
          size="sm"
          icon={<Printer size={16} aria-hidden="true" />}
          onClick={() => list.current && printAlone(texts.fileHead, list.current)}
        >
          {texts.print}
        </Button>
      </div>
    </Dialog>
  );
}
