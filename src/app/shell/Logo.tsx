export function Logo() {
  return (
    <svg viewBox="0 0 18 16" className="h-4 w-4.5" aria-hidden="true">
      <rect width="18" height="4.4" rx="1.4" fill="#0f766e" />
      <rect y="5.8" width="18" height="4.4" rx="1.4" fill="#c17d02" />
      <rect y="11.6" width="18" height="4.4" rx="1.4" fill="#1d5fd6" />
    </svg>
  );
}
