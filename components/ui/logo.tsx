/** The wordmark. The dot of the i is the one small thing. */
export function Logo({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 356 74" role="img" aria-label="Tiny Store" className={`w-auto text-ink ${className}`}>
      <g fill="none" stroke="currentColor" strokeWidth="7" strokeLinejoin="round">
        <path d="M12 6v36q0 11 11 11h6M1 22h27" />
        <path d="M46 18.5V56.5" />
        <path d="M65 56.5V18.5M65 38q0-16 15-16t15 16v18.5" />
        <path d="M112 18.5V37q0 16 15 16t15-16M142 18.5V53q0 16-15 16h-9" />
        <path d="M196 29q-3.5-7.5-13-7.5-12 0-12 8.3 0 6.7 12.5 8t12.5 8q0 8.2-13 8.2-10 0-13.5-8" />
        <path d="M216 6v36q0 11 11 11h6M205 22h27" />
        <circle cx="260" cy="37.5" r="15.5" />
        <path d="M293 56.5V18.5M293 38q0-16 15-16h3" />
        <path d="M322.5 36.5h29.5a15 15.5 0 1 0-4.5 12" />
      </g>
      <circle className="fill-accent" cx="46" cy="7.5" r="5.5" />
    </svg>
  )
}
