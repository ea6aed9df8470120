import { useHost } from '@plaza/federation/host';
import { proseClass } from '@plaza/ui/prose';
import { Skeleton } from '@plaza/ui/skeleton';
import { ErrorState } from '@plaza/ui/states';
import { toTrustedHtml } from '@plaza/ui/trusted-html';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { messages } from '../../../messages.ts';

const texts = messages.editor;

/** A description as buyers will see it: what the server keeps of it. What was typed is never taken for HTML here. */
export function DescriptionPreview({ html }: { html: string }) {
  const { client } = useHost();
  const isEmpty = html.trim() === '';
  const clean = useQuery({
    queryKey: ['description-preview', html],
    queryFn: () => client.catalog.previewDescription.mutate({ descriptionHtml: html }),
    enabled: !isEmpty,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isEmpty) return <p className="text-ink-muted">{texts.previewEmpty}</p>;
  if (clean.isError)
    return <ErrorState compact text={texts.previewFailed} onRetry={() => void clean.refetch()} />;
  if (clean.data === undefined)
    return (
      <div role="status" aria-label={texts.previewLoading}>
        <Skeleton className="h-24" />
      </div>
    );
  return <CleanHtml html={clean.data} />;
}

function CleanHtml({ html }: { html: string }) {
  const trusted = useMemo(() => ({ __html: toTrustedHtml(html) }), [html]);
  return (
    <div
      className={`rounded-sm border border-line p-4 ${proseClass}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server has cleaned it
      dangerouslySetInnerHTML={trusted}
    />
  );
}
