# Reserved for the view of this name.
