import type {
  AccountView,
  AlarmView,
  DirectoryPeople,
  AmendmentOffer,
  AmendmentView,
  DirectoryView,
  FindingView,
  InboxPage,
  Me,
  PlanEventView,
  PlanSummary,
  PlanView,
  RowDetail,
  RowView,
  TodayView,
  WorkflowView,
} from '@don-doc/contracts/http';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from './http.js';

/** Every reading of the API, with its key. All of a plan stands under ['plan', planId], so that one stroke renews it. */
export const planKey = (planId: string): readonly string[] => ['plan', planId];

/** Nobody is `null` (204): a 401 at the first visit would be written in the browser's console as an error. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => get<Me | undefined>('/auth/me', signal).then((me) => me ?? null),
    staleTime: 300_000,
    retry: false,
  });
export const plansQuery = () =>
  queryOptions({ queryKey: ['plans'], queryFn: ({ signal }) => get<PlanSummary[]>('/plans', signal) });
export const directoriesQuery = () =>
  queryOptions({
    queryKey: ['directories', 'all'],
    queryFn: ({ signal }) => get<DirectoryView[]>('/directories', signal),
    staleTime: 300_000,
  });
/** Under the directories' key: what changes one changes the other. */
export const peopleQuery = (directoryId: string) =>
  queryOptions({
    queryKey: ['directories', directoryId],
    queryFn: ({ signal }) => get<DirectoryPeople>(`/directories/${directoryId}/people`, signal),
  });
export const accountsQuery = () =>
  queryOptions({ queryKey: ['accounts'], queryFn: ({ signal }) => get<AccountView[]>('/accounts', signal) });
/** How much is unread, and the newest entries. */
export const inboxQuery = () =>
  queryOptions({
    queryKey: ['inbox', 'newest'],
    queryFn: ({ signal }) => get<InboxPage>('/inbox', signal),
    refetchInterval: 30_000,
  });
/** The whole inbox, page after page. */
export const inboxPagesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'pages'],
    queryFn: ({ pageParam, signal }) =>
      get<InboxPage>(pageParam === null ? '/inbox' : `/inbox?after=${pageParam}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 30_000,
  });

export const planQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'head'],
    queryFn: ({ signal }) => get<PlanView>(`/plans/${planId}`, signal),
  });
export const rowsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'rows'],
    queryFn: ({ signal }) => get<RowView[]>(`/plans/${planId}/rows`, signal),
  });
export const rowQuery = (planId: string, rowId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'row', rowId],
    queryFn: ({ signal }) => get<RowDetail>(`/plans/${planId}/rows/${rowId}`, signal),
  });
export const findingsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['findings', planId],
    queryFn: ({ signal }) => get<FindingView[]>(`/plans/${planId}/findings`, signal),
  });
export const eventsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'events'],
    queryFn: ({ signal }) => get<PlanEventView[]>(`/plans/${planId}/events`, signal),
  });
export const todayQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'today'],
    queryFn: ({ signal }) => get<TodayView>(`/plans/${planId}/today`, signal),
  });
export const amendmentsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'amendments'],
    queryFn: ({ signal }) => get<AmendmentView[]>(`/plans/${planId}/amendments`, signal),
  });
export const amendmentOffersQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'amendment-offers'],
    queryFn: ({ signal }) => get<AmendmentOffer[]>(`/plans/${planId}/amendments/offers`, signal),
  });
export const alarmsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'alarms'],
    queryFn: ({ signal }) => get<AlarmView[]>(`/plans/${planId}/alarms`, signal),
  });
export const workflowsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...planKey(planId), 'workflows'],
    queryFn: ({ signal }) => get<WorkflowView[]>(`/plans/${planId}/workflows`, signal),
  });
