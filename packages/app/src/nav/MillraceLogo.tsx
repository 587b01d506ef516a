/** The mark: a mill wheel's rim over the race. With `wide`, the name stands beside it. */
export function MillraceLogo({ wide }: { wide: boolean }) {
  return (
    <svg
      role="img"
      aria-label="Millrace"
      height="28"
      viewBox={wide ? '0 0 132 28' : '0 0 28 28'}
      xmlns="http://www.w3.org/2000/svg"
    >
      <g
        fill="none"
        stroke="#7dd3fc"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <circle cx="14" cy="11" r="8" />
        <path d="M14 3v16M6 11h16M8.4 5.4l11.2 11.2M19.6 5.4 8.4 16.6" />
        <path
          stroke="#38bdf8"
          d="M2 24c2.4-2 4.8-2 7.2 0s4.8 2 7.2 0 4.8-2 7.2 0 1.6 1 2.4 0"
        />
      </g>
      {wide && (
        <text
          x="38"
          y="20"
          fill="#f8fafc"
          fontSize="19"
          fontWeight="600"
          fontFamily="system-ui, sans-serif"
        >
          Millrace
        </text>
      )}
    </svg>
  );
}
