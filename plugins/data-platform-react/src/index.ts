/**
 * What frontends of the data platform share: access to the API, live hooks, and
 * the components that show verdicts, runs and counts.
 *
 * @packageDocumentation
 */
export * from './api/DataPlatformApi';
export * from './api/DataPlatformError';
export * from './api/DefaultDataPlatformApi';
export * from './api/View';
export * from './components/Duration';
export * from './components/EmptyState';
export * from './components/EvidenceList';
export * from './components/ExecutorPlot';
export * from './components/ExecutorStrip';
export * from './components/executorSentence';
export * from './components/FactList';
export * from './components/HealthBadge';
export * from './components/HealthCounts';
export * from './components/HealthMark';
export * from './components/LiveMark';
export * from './components/MeterBar';
export * from './components/RelativeTime';
export * from './components/RunTimeline';
export * from './components/Sentence';
export * from './components/Sparkline';
export * from './components/StackedBar';
export * from './components/StaleNotice';
export * from './components/VerdictBanner';
export * from './components/ViewProblem';
export * from './components/healthLook';
export * from './components/podHealth';
export * from './components/runState';
export * from './format/formatBytes';
export * from './format/formatDuration';
export * from './format/formatMoney';
export * from './format/formatQuantity';
export * from './format/formatTime';
export * from './format/refTitle';
export * from './format/safeUrl';
export * from './hooks/useLiveState';
export * from './hooks/useNow';
export * from './hooks/useRefreshEvery';
export * from './hooks/useView';
export * from './hooks/useViews';
export * from './live/BrowserPorts';
export * from './live/FollowSlots';
export type { LiveState } from './live/LiveChannel';
export type { ViewSnapshot } from './store/ViewSnapshot';
