import { Container } from '@plaza/ui/container';
import { LoadingLabel, Skeleton, SkeletonText } from '@plaza/ui/skeleton';
import { messages } from '../messages.ts';

/** Stands for a page whose code is on its way; as high as a screen, so that the footer stays where it is. */
export function PageSkeleton() {
  return (
    <Container className="min-h-dvh py-10">
      <LoadingLabel label={messages.pageLoading} />
      <Skeleton className="h-10 w-2/3 max-w-md" />
      <div className="mt-8 grid gap-8 md:grid-cols-2">
        <Skeleton className="aspect-square w-full rounded-lg" />
        <SkeletonText lines={6} className="text-lg" />
      </div>
    </Container>
  );
}
