import { ReactElement } from 'react';
import { Health } from '@millrace/backstage-plugin-data-platform-common';
import { HEALTH_COLOUR } from './healthLook';
import styles from './HealthMark.module.css';

const stroke = {
  fill: 'none',
  stroke: 'var(--bui-bg-neutral-1, white)',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const outline = { ...stroke, stroke: 'currentColor' } as const;

/** Each health has an outline of its own, so that it is told without colour. */
const SHAPES: Record<Health, ReactElement> = {
  healthy: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path {...stroke} d="M4.9 8.3l2.1 2.1 4.1-4.6" />
    </>
  ),
  suspended: (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} />
      <path {...outline} d="M6.3 5.7v4.6M9.7 5.7v4.6" />
    </>
  ),
  progressing: (
    <>
      <circle cx="8" cy="8" r="6.1" {...outline} opacity="0.28" />
      <path
        className={styles.turning}
        {...outline}
        d="M8 1.9a6.1 6.1 0 0 1 6.1 6.1"
      />
      <circle cx="8" cy="8" r="2.1" fill="currentColor" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} strokeDasharray="2.6 2.6" />
      <path
        {...outline}
        strokeWidth="1.5"
        d="M6.4 6.4a1.65 1.65 0 1 1 2.3 1.6c-.5.2-.7.5-.7 1"
      />
      <circle cx="8" cy="11.1" r="0.9" fill="currentColor" />
    </>
  ),
  degraded: (
    <>
      <path
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        d="M8 1.9L15 14H1z"
      />
      <path {...stroke} d="M8 6.2v3.4" />
      <circle cx="8" cy="12" r="1" fill="var(--bui-bg-neutral-1, white)" />
    </>
  ),
  failed: (
    <>
      <path fill="currentColor" d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" />
      <path {...stroke} d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" />
    </>
  ),
};

/** The shape and colour of a health, without its word: decoration beside text. */
export function HealthMark(props: { health: Health; size?: number }) {
  const { health, size = 16 } = props;
  return (
    <svg
      className={styles.mark}
      style={{ color: HEALTH_COLOUR[health] ?? HEALTH_COLOUR.unknown }}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      data-health={health}
    >
      {SHAPES[health] ?? SHAPES.unknown}
    </svg>
  );
}
