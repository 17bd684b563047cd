/** Files for any server, drawn when they are built. */
export default { output: 'export', distDir: 'dist' };
