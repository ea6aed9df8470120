import type { ApiClient } from '@plaza/api-client';
import type {
  PageHead,
  PageLocation,
  PageResult,
  RemotePage,
  RemoteSlot,
  SlotProps,
} from '@plaza/contracts/remotes';

/** A page of a remote: `{ default, loader, head } satisfies Page<Data>`. */
export type Page<Data> = RemotePage<ApiClient, Data>;
/** A slot of a remote: `{ default } satisfies Slot<'checkout/mini-cart'>`. */
export type Slot<Name extends keyof SlotProps> = RemoteSlot<SlotProps[Name]>;

export type PageProps<Data> = PageLocation & { data: Data };
export type LoaderInput = PageLocation & { api: ApiClient };
export type HeadInput<Data> = PageLocation & { data: Data };
export type LoaderResult<Data> = Promise<PageResult<Data>>;
export type { PageHead };
