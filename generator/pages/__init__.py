"""Pages: what each kind of page is called, what the theme shows around it, and what its template gets."""
