import type { ReleaseToken } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { Panel } from '@plaza/ui/panel';
import { EmptyState } from '@plaza/ui/states';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { explainError } from '../../shared/explain-error.ts';
import { formatDate } from '../../shared/when.ts';
import { releaseMessages as texts } from '../releases/messages.ts';
import { TokenForm } from './token-form.tsx';

export interface TokensPanelProps {
  frontend: string;
  tokens: readonly ReleaseToken[];
}

/** What lets build servers release this frontend. */
export function TokensPanel({ frontend, tokens }: TokensPanelProps) {
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const [isAdding, setIsAdding] = useState(false);
  const ending = useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: ReleaseToken) => client.release.endToken.mutate({ frontend, tokenId: id }),
    async onSuccess(_, { name }) {
      notify({ tone: 'success', text: texts.tokenEnded(name) });
      await reload();
    },
  });
  const columns: Column<ReleaseToken>[] = [
    { id: 'name', header: texts.tokenName, primary: true, cell: ({ name }) => name },
    {
      id: 'created',
      header: texts.tokenCreated,
      cell: ({ createdAt, createdBy }) => `${formatDate(createdAt)} ${texts.releasedBy(createdBy)}`,
    },
    { id: 'expires', header: texts.tokenExpires, cell: ({ expiresAt }) => formatDate(expiresAt) },
    {
      id: 'lastUsed',
      header: texts.tokenLastUsed,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : formatDate(lastUsedAt)),
    },
    {
      id: 'end',
      header: texts.endToken,
      hideHeader: true,
      align: 'end',
      cell: (token) => (
        <Button
          size="sm"
          variant="quiet"
          aria-label={texts.endTokenNamed(token.name)}
          busy={ending.isPending && ending.variables.id === token.id}
          onClick={() => ending.mutate(token)}
        >
          {texts.endToken}
        </Button>
      ),
    },
  ];
  return (
    <Panel
      label={texts.tokens}
      title={texts.tokens}
      text={texts.tokensText}
      footer={
        <Button size="sm" variant="secondary" onClick={() => setIsAdding(true)}>
          {texts.addToken}
        </Button>
      }
    >
      {ending.isError && <Notice tone="danger">{explainError(ending.error)}</Notice>}
      <DataTable
        caption={texts.tokens}
        columns={columns}
        rows={tokens}
        rowKey={({ id }) => id}
        empty={<EmptyState compact title={texts.noTokens} text={texts.noTokensText} />}
      />
      <Dialog open={isAdding} onClose={() => setIsAdding(false)} title={texts.addToken}>
        <TokenForm frontend={frontend} onClose={() => setIsAdding(false)} />
      </Dialog>
    </Panel>
  );
}
