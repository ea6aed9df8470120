import type { PageProps } from '@plaza/federation/remote';
import { paths, useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { Container } from '@plaza/ui/container';
import { TextField } from '@plaza/ui/text-field';
import { messages } from '../../receipt/messages.ts';
import { digestOfFile } from './digest-of-file.ts';
import type { Verification } from './load-verification.ts';
import { VerificationResult } from './verification-result.tsx';

const texts = messages.verify;

/** Where anyone checks a receipt, by the digest on it or by its data file. Works without JavaScript, save for the file. */
export function VerifyReceiptPage({ data }: PageProps<Verification>) {
  const navigation = useNavigation();
  const { digest, result } = data;
  const checkFile = async (file: File | undefined) => {
    if (file) await navigation.open(paths.verifyReceipt({ digest: await digestOfFile(file) }));
  };
  return (
    <Container className="flex max-w-2xl flex-col gap-6 pt-8 pb-20">
      <header>
        <h1 className="text-3xl font-semibold">{texts.title}</h1>
        <p className="mt-2 text-ink-muted">{texts.text}</p>
      </header>
      <VerificationResult result={result} />
      <Card padding="lg" className="flex flex-col gap-6">
        <form action={paths.verifyReceipt()} className="flex flex-col items-start gap-4">
          <TextField
            key={digest}
            className="w-full"
            label={texts.digest}
            hint={texts.digestHint}
            error={result?.ok === false && result.code === 'malformed' ? texts.malformed : undefined}
            name="digest"
            defaultValue={digest}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button type="submit">{texts.submit}</Button>
        </form>
        <label className="flex flex-col gap-1.5 border-t border-line pt-5 text-sm">
          <span className="font-medium">{texts.file}</span>
          <span className="text-ink-muted">{texts.fileHint}</span>
          <input
            type="file"
            accept=".json,application/json"
            className="mt-1 min-h-11 w-full text-sm file:me-4 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-line-strong/60 file:bg-surface file:px-4 file:text-ink"
            onChange={(event) => void checkFile(event.currentTarget.files?.[0])}
          />
        </label>
      </Card>
    </Container>
  );
}
