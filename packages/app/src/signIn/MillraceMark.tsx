/** The mark on a light or dark ground. */
export function MillraceMark() {
  return (
    <svg width="40" height="40" viewBox="0 0 28 28" aria-hidden>
      <g
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      >
        <circle cx="14" cy="11" r="8" />
        <path d="M14 3v16M6 11h16M8.4 5.4l11.2 11.2M19.6 5.4 8.4 16.6" />
        <path
          stroke="#0ea5e9"
          d="M2 24c2.4-2 4.8-2 7.2 0s4.8 2 7.2 0 4.8-2 7.2 0 1.6 1 2.4 0"
        />
      </g>
    </svg>
  );
}
