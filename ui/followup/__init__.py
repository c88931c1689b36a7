"""回访: the page of visits to served customers, and the dialog that plans one."""
